<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AgreementPage</name>
    <message numerus="yes">
        <source>%n article(s) compared</source>
        <translation>
            <numerusform>%n article compared</numerusform>
            <numerusform>%n articles compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationWords</name>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotatorChip</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssigningPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message numerus="yes">
        <source>The first of each stays, in all %n pair(s)</source>
        <translation>
            <numerusform>The first stays, in the one pair</numerusform>
            <numerusform>The first of each stays, in all %n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageModel</name>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n reader</numerusform>
            <numerusform>%n readers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%n characters too many to be kept. Shorten the note.</source>
        <translation>
            <numerusform>%n character too many to be kept. Shorten the note.</numerusform>
            <numerusform>%n characters too many to be kept. Shorten the note.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chars</source>
        <translation>
            <numerusform>%n char</numerusform>
            <numerusform>%n chars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Disagreements</name>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisagreementsView</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EdgeWords</name>
    <message numerus="yes">
        <source>starts %n characters later</source>
        <translation>
            <numerusform>starts %n character later</numerusform>
            <numerusform>starts %n characters later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>starts %n characters earlier</source>
        <translation>
            <numerusform>starts %n character earlier</numerusform>
            <numerusform>starts %n characters earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends %n characters later</source>
        <translation>
            <numerusform>ends %n character later</numerusform>
            <numerusform>ends %n characters later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends %n characters earlier</source>
        <translation>
            <numerusform>ends %n character earlier</numerusform>
            <numerusform>ends %n characters earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) not done</source>
        <translation>
            <numerusform>%n article not done</numerusform>
            <numerusform>%n articles not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) not chosen</source>
        <translation>
            <numerusform>%n article not chosen</numerusform>
            <numerusform>%n articles not chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) made twice, counted once</source>
        <translation>
            <numerusform>%n annotation made twice, counted once</numerusform>
            <numerusform>%n annotations made twice, counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) changed since done</source>
        <translation>
            <numerusform>%n work changed since done</numerusform>
            <numerusform>%n works changed since done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindInArticle</name>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GammaCard</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message numerus="yes">
        <source>%n article(s) not marked done</source>
        <translation>
            <numerusform>%n article not marked done</numerusform>
            <numerusform>%n articles not marked done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message numerus="yes">
        <source>%n bundle(s) handed out</source>
        <translation>
            <numerusform>%n bundle handed out</numerusform>
            <numerusform>%n bundles handed out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n file(s) had been written before.</source>
        <translation>
            <numerusform>Cancelled. %n file had been written before.</numerusform>
            <numerusform>Cancelled. %n files had been written before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation>
            <numerusform>%n fewer</numerusform>
            <numerusform>%n fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different</source>
        <translation>
            <numerusform>%n different</numerusform>
            <numerusform>%n different</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelUse</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s)</source>
        <translation>
            <numerusform>%n annotator</numerusform>
            <numerusform>%n annotators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message numerus="yes">
        <source>%n places marked</source>
        <translation>
            <numerusform>%n place marked</numerusform>
            <numerusform>%n places marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they were</source>
        <translation>
            <numerusform>%n left as it was</numerusform>
            <numerusform>%n left as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other capitals, too  (C)</source>
        <translation>
            <numerusform>%n with other capitals, too  (C)</numerusform>
            <numerusform>%n with other capitals, too  (C)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more marked as {label} already.</source>
        <translation>
            <numerusform>%n more marked as {label} already.</numerusform>
            <numerusform>%n more marked as {label} already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n places</source>
        <translation>
            <numerusform>Mark %n place</numerusform>
            <numerusform>Mark %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenProject</name>
    <message numerus="yes">
        <source>Not now: %n earlier act(s) must be saved first.</source>
        <translation>
            <numerusform>Not now: %n earlier act must be saved first.</numerusform>
            <numerusform>Not now: %n earlier acts must be saved first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) for nobody</source>
        <translation>
            <numerusform>%n article for nobody</numerusform>
            <numerusform>%n articles for nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) for {number}</source>
        <translation>
            <numerusform>%n article for {number}</numerusform>
            <numerusform>%n articles for {number}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveReport</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) refused</source>
        <translation>
            <numerusform>%n file refused</numerusform>
            <numerusform>%n files refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) here already</source>
        <translation>
            <numerusform>%n article here already</numerusform>
            <numerusform>%n articles here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) here already</source>
        <translation>
            <numerusform>%n annotation here already</numerusform>
            <numerusform>%n annotations here already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%n more place(s) in this article</source>
        <translation>
            <numerusform>%n more place in this article</numerusform>
            <numerusform>%n more places in this article</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message numerus="yes">
        <source>{problem} Nothing is lost: a rescue copy with %n act(s) made since is {path}.</source>
        <translation>
            <numerusform>{problem} Nothing is lost: a rescue copy with %n act made since is {path}.</numerusform>
            <numerusform>{problem} Nothing is lost: a rescue copy with %n acts made since is {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{problem} %n act(s) are waiting.</source>
        <translation>
            <numerusform>{problem} %n act is waiting.</numerusform>
            <numerusform>{problem} %n acts are waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) are waiting.</source>
        <translation>
            <numerusform>%n act is waiting.</numerusform>
            <numerusform>%n acts are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextWatch</name>
    <message numerus="yes">
        <source>The disk has damaged the text of %n article(s): {titles}. Keep this file as it is, and restore a backup.</source>
        <translation>
            <numerusform>The disk has damaged the text of %n article: {titles}. Keep this file as it is, and restore a backup.</numerusform>
            <numerusform>The disk has damaged the text of %n articles: {titles}. Keep this file as it is, and restore a backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>{done} of {total} done · {time} left, from your last %n articles</source>
        <translation>
            <numerusform>{done} of {total} done · {time} left, from your last %n article</numerusform>
            <numerusform>{done} of {total} done · {time} left, from your last %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) partly finished earlier</source>
        <translation>
            <numerusform>%n article partly finished earlier</numerusform>
            <numerusform>%n articles partly finished earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TitleWords</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message numerus="yes">
        <source>%n annotation(s) are gone again.</source>
        <translation>
            <numerusform>%n annotation is gone again.</numerusform>
            <numerusform>%n annotations are gone again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) are back.</source>
        <translation>
            <numerusform>%n annotation is back.</numerusform>
            <numerusform>%n annotations are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message numerus="yes">
        <source>%n chars</source>
        <translation>
            <numerusform>%n char</numerusform>
            <numerusform>%n chars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsHead</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreed</source>
        <translation>
            <numerusform>%n agreed</numerusform>
            <numerusform>%n agreed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message numerus="yes">
        <source>%n act(s) not saved yet</source>
        <translation>
            <numerusform>%n act not saved yet</numerusform>
            <numerusform>%n acts not saved yet</numerusform>
        </translation>
    </message>
</context>
</TS>
