"""`new` makes a project, whole or not at all."""

from app.paths import RESOURCES


def test_a_new_project_is_there_and_in_order(galley, tmp_path):
    said = galley("new", tmp_path / "desk.galley")
    assert (said.code, said.err) == (0, "")
    assert [file.name for file in tmp_path.iterdir()] == ["desk.galley"]
    assert (
        galley("check", tmp_path / "desk.galley").out
        == "Everything is in order: 0 articles, 0 annotations, 1 step.\n"
    )


def test_the_ending_is_added_where_it_lacks_and_may_be_left_out_later(galley, tmp_path):
    assert galley("new", tmp_path / "desk.v2").code == 0
    assert (tmp_path / "desk.v2.galley").is_file()
    assert galley("articles", tmp_path / "desk.v2").code == 0


def test_the_sample_comes_with_its_articles(galley, tmp_path):
    samples = len(list((RESOURCES / "sample").glob("*.txt")))
    said = galley("new", tmp_path / "desk.galley", "--sample")
    assert f"Received {samples} articles." in said.out.splitlines()
    assert f"{samples} articles" in galley("check", tmp_path / "desk.galley").out


def test_a_file_of_that_name_is_left_as_it_is(galley, tmp_path):
    there = tmp_path / "desk.galley"
    there.write_text("my shopping list")
    said = galley("new", there, "--sample")
    assert said.code == 1
    assert said.err == f"{there}: there is a file of this name already. Choose another name.\n"
    assert there.read_text() == "my shopping list"


def test_a_folder_that_is_not_there_is_named(galley, tmp_path):
    said = galley("new", tmp_path / "nowhere" / "desk.galley")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "its folder does not exist" in said.err


def test_a_project_without_a_name_is_refused(galley):
    said = galley("new", "")
    assert (said.code, said.out, said.err) == (1, "", "A project needs a name, such as desk.\n")
