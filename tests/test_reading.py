"""Reading a corpus reports every problem of every file at once, with its line and the way out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from samples import SMALL, Spoil

from kb.corpus import corpus_root
from kb.errors import CorpusError, KbError
from kb.reading.whole import read_corpus

CHAPTER = "editions/2004/01-asking-and-acting.md"


def problems(root: Path) -> list[str]:
    """Every problem of the corpus at *root*, told without its folder."""
    with pytest.raises(CorpusError) as caught:
        read_corpus(root)
    return [str(each).replace(f"{root}/", "") for each in caught.value.problems]


def test_a_provision_knows_what_it_says_and_where_it_stands() -> None:
    """Fields, text, links, citations and the place in the file are all there."""
    provision = read_corpus(SMALL).provision("2004/answer")

    assert provision.title == "Answer a call for help"
    assert provision.text == "Answer each call and tell the caller what comes next."
    assert provision.who == ("partners",)
    assert provision.strength.value == "must"
    assert not provision.strength_inferred
    assert [str(limit) for limit in provision.timescales] == ["within 3 days of the call"]
    assert provision.continues[0].earlier == "2001/answer"
    assert [str(each) for each in provision.continues[0].citations] == ['digest-2004 "page 2"']
    assert str(provision.place) == "editions/2004/01-asking-and-acting.md:10"


def test_an_inferred_strength_is_marked() -> None:
    """What no source states is known to be inferred."""
    provision = read_corpus(SMALL).provision("2004/teach-staff")

    assert (provision.strength.value, provision.strength_inferred) == ("must", True)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (CHAPTER, "- who: partners", "- hwo: partners", f"{CHAPTER}:12: unknown field 'hwo' in 'answer'"),
        (CHAPTER, "- who: partners", "- who: partnrs", f"{CHAPTER}:10: unknown agency 'partnrs'"),
        (CHAPTER, "topics: referrals", "topics: referals", f"{CHAPTER}:10: unknown topic 'referals'"),
        (CHAPTER, 'source: digest-2004 "page 3"', 'source: digset "page 3"', f"{CHAPTER}:22: unknown source 'digset'"),
        (CHAPTER, '- source: digest-2004 "page 3"\n', "", f"{CHAPTER}:22: 'teach-staff' cites nothing"),
        (CHAPTER, 'source: digest-2004 "page 3"', "source: digest-2004", f"{CHAPTER}:22: '2004/teach-staff' cites"),
        (CHAPTER, "3 days of", "some days of", f"{CHAPTER}:14: cannot read 'within' of 'answer'"),
        (CHAPTER, "{#teach-staff}", "{#answer}", f"{CHAPTER}:22: record id '2004/answer' is taken at {CHAPTER}:10"),
        (
            CHAPTER,
            "continues: 2001/answer",
            "continues: 2001/anwser",
            f"{CHAPTER}:10: '2004/answer' continues '2001/anw",
        ),
        (
            CHAPTER,
            "continues: 2001/answer",
            "continues: 2007/answer",
            f"{CHAPTER}:10: '2004/answer' continues '2007/ans",
        ),
        (CHAPTER, " (the same answer, sooner)", "", f"{CHAPTER}:17: cannot read 'continues: 2001/answer"),
        (CHAPTER, "strength: must\n", "strength: shall\n", f"{CHAPTER}:13: unknown strength 'shall' in 'answer'"),
        (
            CHAPTER,
            "### Ring the bell {#bell}",
            "### Ring the bell",
            f"{CHAPTER}:32: heading 'Ring the bell' has no usable",
        ),
        (CHAPTER, "Ring the bell when", "Ring **the bell** when", f"{CHAPTER}:40: marks or links in the text"),
        (CHAPTER, "Ring the bell when", "<script>alert(1)</script> when", f"{CHAPTER}:40: "),
        (CHAPTER, "theme: help-and-protection", "theme: helping", f"{CHAPTER}:1: unknown theme 'helping'"),
        (
            CHAPTER,
            "missing: the chapter itself was not to be had\n",
            "",
            f"{CHAPTER}:1: partial coverage without saying",
        ),
        (CHAPTER, "title: Asking", "title: [Asking", f"{CHAPTER}:"),
        ("agencies.yaml", "aliases: [school,", "aliases: [CB, school,", "agencies.yaml:14: 'CB' names both"),
        (
            "agencies.yaml",
            "broader: [schools]",
            "broader: [small-schools]",
            "agencies.yaml:10: circle of broader groups",
        ),
        (
            "agencies.yaml",
            '  source: digest-2004 "page 1"\n- id: partners',
            "- id: partners",
            "agencies.yaml:14: 'board' has",
        ),
        (
            "agencies.yaml",
            "name: Schools",
            "name: Schools\n  name: Schools",
            "agencies.yaml:7: second 'name' in one record",
        ),
        (
            "topics.yaml",
            "id: training",
            "id: referrals",
            "topics.yaml:4: topic id 'referrals' is taken at topics.yaml:1",
        ),
        ("sources.yaml", "evidence: secondary", "evidence: rumour", "sources.yaml:12: unknown evidence 'rumour'"),
        ("terms.yaml", "{'2004': One", "{'2005': One", "terms.yaml:11: unknown edition '2005'"),
        ("disputes.yaml", "records: ['2001']", "records: ['1901']", "disputes.yaml:1: unknown record '1901'"),
        (
            "changes/2001-2004.md",
            "before: 2001/red-book",
            "before: 2004/answer",
            "changes/2001-2004.md:6: '2004/answer' is",
        ),
        (
            "changes/2001-2004.md",
            "kind: removed",
            "kind: abolished",
            "changes/2001-2004.md:8: unknown kind 'abolished'",
        ),
        (
            "changes/2004-2004.md",
            "- revision: 2005-02-01\n",
            "",
            "changes/2004-2004.md:6: '2004-2004/training-line' is",
        ),
        ("editions/2004/edition.md", "kind: edition", "kind: book", "editions/2004/edition.md:3: unknown kind 'book'"),
        ("editions/2004/edition.md", "2004-01-15", "15/1/2004", "editions/2004/edition.md:1: 'published' is"),
        ("editions/2004/edition.md", "2004-01-15", "2004-02-30", "editions/2004/edition.md:1: 'published' is"),
        (
            "editions/2003-draft/edition.md",
            "replaces: '2001'",
            "replaces: '2004'",
            "editions/2003-draft/edition.md:1: '2003-draft' replaces '2004', which is not earlier",
        ),
        (
            "editions/2003-draft/edition.md",
            "draft_of: '2004'",
            "draft_of: '2001'",
            "editions/2003-draft/edition.md:1: '2003-draft' is a draft of '2001', which is not later",
        ),
        (CHAPTER, "- who: everyone", "- who: everyone\n- revision: 2099-01-01", f"{CHAPTER}:32: unknown 'revision'"),
        (CHAPTER, "3 days of", "0 days of", f"{CHAPTER}:14: cannot read 'within' of 'answer'"),
        (CHAPTER, "Ring the bell when", "Ring \x1b[31m the bell when", f"{CHAPTER}:40: unprintable character U+001B"),
        (CHAPTER, "Ring the bell when", "Ring \u202e the bell when", f"{CHAPTER}:40: unprintable character U+202E"),
        (CHAPTER, "Ring the bell when", "[bell]: /to\n\nRing when", f"{CHAPTER}:40: the target of a link"),
        (CHAPTER, "Ring the bell when", f"Ring {'on ' * 4000} when", f"{CHAPTER}:32: 'bell' has 12"),
        (CHAPTER, 'digest-2004 "page 3"', 'digest-2004 "page 3', f"{CHAPTER}:28: cannot read citation"),
        (CHAPTER, "chapter: 1\n", "- one\n- two\n", f"{CHAPTER}:"),
        ("changes/2001-2004.md", "kind: removed", "kind: ','", "changes/2001-2004.md:8: unknown kind"),
        ("changes/2001-2004.md", "kind: removed", "kind: ,", "changes/2001-2004.md:6: 'kind' of 'red-book-ends'"),
        (
            "changes/2001-2004.md",
            "kind: removed",
            "kind: removed, removed",
            "changes/2001-2004.md:6: 'kind' of 'red-book-ends' is 'removed, removed'",
        ),
        ("topics.yaml", "id: training", "id: ../training", "topics.yaml:4: topic id '../training'"),
        ("topics.yaml", "label: Training", "label: \x07", "topics.yaml:5: unprintable character U+0007"),
        ("topics.yaml", "label: Training", "label: &it [*it]", "topics.yaml:5: a value repeated by a YAML alias"),
        ("agencies.yaml", "[school, academy", "[[school], academy", "agencies.yaml:8: 'aliases' of 'schools' is not a"),
        ("terms.yaml", "{'2001': A short", "{'2001': {was: A}, '2004': A short", "terms.yaml:3: 'meanings' of 'first-"),
        (
            "terms.yaml",
            'source: guide-2001 "page 4"',
            "source: {a: b}",
            "terms.yaml:10: 'source' of 'first-look' is not",
        ),
        (
            "terms.yaml",
            "label: Whole look",
            "label: Whole look\n  replaced_by:\n  - {id: first-look, source: digest-2004}",
            "terms.yaml:1: circle of replacements",
        ),
    ],
)
def test_a_broken_rule_is_told_with_its_line(spoil: Spoil, file: str, old: str, new: str, expected: str) -> None:
    """One spoilt line gives one message that begins with the file and line, and tells the way out."""
    found = problems(spoil(file, old, new))

    assert any(each.startswith(expected) for each in found), found
    assert all("\n  fix: " in each for each in found)


def test_all_problems_of_all_files_come_together(spoil: Spoil) -> None:
    """Three files spoilt in four places give their problems in one report, in file order."""
    spoil(CHAPTER, "- who: partners", "- who: nobody")
    spoil("topics.yaml", "label: Training", "lable: Training")
    root = spoil("editions/2007/01-all.md", "every: year", "every: blue moon")

    found = problems(root)

    files = [each.split(":")[0] for each in found]
    assert {CHAPTER, "topics.yaml", "editions/2007/01-all.md"} <= set(files)
    assert files == sorted(files)


def test_a_missing_file_is_named(spoil: Spoil) -> None:
    """A vocabulary that is not there is a problem like any other."""
    root = spoil("topics.yaml", "id", "id")
    (root / "topics.yaml").unlink()

    assert any(each.startswith("topics.yaml:1: the file is missing") for each in problems(root))


def test_bytes_that_are_no_text_are_told_with_their_line(spoil: Spoil) -> None:
    """A file in another encoding is refused, not half-read."""
    root = spoil("topics.yaml", "id", "id")
    (root / "topics.yaml").write_bytes(b"- id: one\n  label: caf\xe9\n")

    assert any(each.startswith("topics.yaml:2: not UTF-8") for each in problems(root))


def test_a_bomb_of_aliases_is_refused_at_once(spoil: Spoil) -> None:
    """Lists of lists of lists, each by an alias, would be billions of values."""
    root = spoil("topics.yaml", "id", "id")
    lists = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 15))
    (root / "work.yaml").write_text(f"a0: &a0 [x]\n{lists}", encoding="utf-8")

    assert any(each.startswith("work.yaml:2: a value repeated by a YAML alias") for each in problems(root))


@pytest.mark.parametrize("what", ["folder", "link that leads nowhere", "link to itself"])
def test_what_is_called_a_file_and_is_none_is_told(spoil: Spoil, what: str) -> None:
    """It is named, and the other problems are told as well."""
    root = spoil(CHAPTER, "who: everyone", "who: nobody")
    path = root / "editions" / "2004" / "02-more.md"
    if what == "folder":
        path.mkdir()
    else:
        path.symlink_to(path if what == "link to itself" else "/nowhere/at/all")

    found = problems(root)

    assert any(each.startswith("editions/2004/02-more.md:1: not a file that can be read") for each in found)
    assert any(each.startswith(f"{CHAPTER}:32: unknown agency 'nobody'") for each in found)


@pytest.mark.parametrize(
    ("stray", "expected"),
    [
        ("editions/2004/02-more.MD", "editions/2004/02-more.MD:1: is not read"),
        ("editions/2004/more/01.md", "editions/2004/more:1: is not read"),
        ("editions/2009.md", "editions/2009.md:1: not a folder"),
        ("editions/20 09/edition.md", "editions/20 09/edition.md:1: edition id '20 09'"),
    ],
)
def test_a_file_in_a_place_where_nobody_reads_it_is_told(spoil: Spoil, stray: str, expected: str) -> None:
    """An editor learns that the new file counts for nothing."""
    root = spoil(CHAPTER, "Ring", "Ring")
    path = root / stray
    path.parent.mkdir(exist_ok=True)
    path.write_text("---\n---\n", encoding="utf-8")

    assert any(each.startswith(expected) for each in problems(root))


def test_changes_that_are_no_folder_are_told(spoil: Spoil) -> None:
    """Else every announced change would be gone without a word."""
    root = spoil(CHAPTER, "Ring", "Ring")
    shutil.rmtree(root / "changes")
    (root / "changes").write_text("", encoding="utf-8")

    assert [each.split(":")[0] for each in problems(root)] == ["changes"]


def test_a_long_value_is_not_repeated_whole(spoil: Spoil) -> None:
    """A message can be read."""
    root = spoil("topics.yaml", "id: training", f"id: {'x' * 100_000}")

    assert max(map(len, problems(root))) < 2_000


def test_a_folder_that_is_not_there_is_told() -> None:
    """A wrong --corpus ends with a sentence."""
    with pytest.raises(KbError, match="no such folder"):
        corpus_root(Path("/nowhere/at/all"))


def test_a_folder_that_holds_no_corpus_is_told(tmp_path: Path) -> None:
    """A wrong --corpus is not searched through, however large it is."""
    with pytest.raises(KbError, match="no corpus; --corpus takes a folder"):
        corpus_root(tmp_path)


def test_line_ends_of_windows_change_nothing(spoil: Spoil) -> None:
    """A file saved on Windows reads the same."""
    root = spoil(CHAPTER, "Ring", "Ring")
    path = root / CHAPTER
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert read_corpus(root) == read_corpus(SMALL)
