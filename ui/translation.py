"""How counted words are found: Qt looks up "%n annotations" for one and for many, English too."""

from PySide6.QtCore import QCoreApplication, QTranslator

from app.paths import RESOURCES

PLURALS = RESOURCES / "translations" / "galley_en.qm"


def install_plurals(app: QCoreApplication) -> bool:
    """Let the app say "1 annotation"; False when the file cannot be used, and plurals stay."""
    if app.findChild(QTranslator, PLURALS.name) is not None:
        return True
    translator = QTranslator()
    if not translator.load(str(PLURALS)):
        return False
    translator.setObjectName(PLURALS.name)
    # Qt does not own what is installed; as the app's child it lives as long as the app.
    translator.setParent(app)
    return app.installTranslator(translator)
