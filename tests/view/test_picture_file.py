"""Picture files: read strictly, every problem with its line and field; a user's own before a built-in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphmou import places
from graphmou.errors import PictureFileError, UnknownName
from graphmou.view.gallery import find_picture, read_gallery
from graphmou.view.picture import Marks, Question
from graphmou.view.picture_file import read_picture

PictureFile = Callable[..., Path]
BUILT_IN = places.data_folder("visualizations")


def problems_of(file: Path) -> list[tuple[int | None, str | None, str]]:
    picture, problems = read_picture(file)
    assert picture is None
    return [(problem.line, problem.field, problem.message) for problem in problems]


def test_a_whole_file_is_read(picture_file: PictureFile) -> None:
    file = picture_file(
        """
title: Our mentors
title_th: พี่เลี้ยงของเรา
caption: All of them
question: mentor-schools
parameters: {min_partners: ๓, basis: stated}
hops: ๑
kinds: [School, Office]
relationships: [MENTORS, UNDER]
alone: false
layout: layered
colour: partners
size: degree
as_of: 30 มิถุนายน 2564
marks: {ghosts: false, ended: false}
steps:
  - {title: One, caption: first, highlight: [wat-phra-fang]}
  - {title: Two, cypher: "MATCH (s:School) RETURN s.id AS id"}
"""
    )
    picture, problems = read_picture(file)
    assert problems == []
    assert picture is not None
    assert (picture.name, picture.file) == ("mine", file)
    assert (picture.title.en, picture.title.th) == ("Our mentors", "พี่เลี้ยงของเรา")
    assert picture.caption is not None
    assert picture.caption.th == "All of them"
    assert picture.question == Question("mentor-schools", None, {"min_partners": "๓", "basis": "stated"})
    assert (picture.hops, picture.alone, picture.layout) == (1, False, "layered")
    assert (picture.kinds, picture.relationships) == (("School", "Office"), ("MENTORS", "UNDER"))
    assert (picture.colour, picture.size, picture.as_of) == ("partners", "degree", "2021-06-30")
    assert picture.marks == Marks(ghosts=False, ended=False)
    assert [step.title.en for step in picture.steps] == ["One", "Two"]
    assert picture.steps[0].highlight == ("wat-phra-fang",)
    assert picture.steps[1].question == Question(None, "MATCH (s:School) RETURN s.id AS id", {})


def test_a_title_is_enough(picture_file: PictureFile) -> None:
    picture, problems = read_picture(picture_file("title_th: ภาพ\n"))
    assert problems == []
    assert picture is not None
    assert (picture.title.en, picture.layout, picture.colour, picture.marks) == ("ภาพ", "networks", "kind", Marks())


def test_everything_wrong_is_told_at_once_with_its_line(picture_file: PictureFile) -> None:
    file = picture_file(
        """
layout: circle
kinds: [Schol, Document]
relationships: [MENTOR]
colour: Kind
size: 3
hops: 99
as_of: 2564
focus: a
question: b
marks: {gap: false}
steps:
  - {caption: no title}
  - {title: t, highlight: [x], question: q}
colours: kind
"""
    )
    assert [(line, field) for line, field, _ in problems_of(file)] == [
        (2, "title"),
        (2, "layout"),
        (3, "kinds"),
        (3, "kinds"),
        (4, "relationships"),
        (5, "colour"),
        (6, "size"),
        (7, "hops"),
        (8, "as_of"),
        (9, "focus"),
        (11, "marks.gap"),
        (13, "steps[0].title"),
        (14, "steps[1].highlight"),
        (15, "colours"),
    ]


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("title: a\nparameters: {x: 1}\n", "parameters", "belongs to a question"),
        ("title: a\nquestion: b\ncypher: RETURN 1\n", "cypher", "stands beside a question"),
        ("title: a\nquestion: b\nparameters: {x: [1]}\n", "parameters.x", "is a list or mapping"),
        ("title: a\ncolour: 2021\n", "colour", "takes 2021 for a number"),
        ("title: a\nalone: no\n", "alone", "is not true or false"),
        ("- a\n", None, "is no list of fields"),
        ("title: &x a\n", None, "anchor"),
        ("title: a\nkinds: School\n", "kinds", "is not a list"),
    ],
)
def test_what_is_wrong_is_said(picture_file: PictureFile, text: str, field: str | None, said: str) -> None:
    (problem,) = problems_of(picture_file(text))
    assert problem[1] == field
    assert said in problem[2]


def test_problems_are_told_in_thai_too(picture_file: PictureFile) -> None:
    _, (problem,) = read_picture(picture_file("title: a\nkinds: [Schol]\n"))
    assert "ไม่อยู่ใน" in problem.in_("th")
    assert "did you mean School" in problem.in_("en")


def test_a_file_that_is_no_text_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes("title: เครือข่าย".encode("cp874"))
    assert "is not UTF-8" in problems_of(file)[0][2]
    file.write_bytes(b"title: a\0b")
    assert problems_of(file)


def test_a_name_that_is_hard_to_type_is_refused(picture_file: PictureFile) -> None:
    assert "is no name for a picture" in problems_of(picture_file("title: a\n", "My Picture.yaml"))[0][2]


def test_a_users_picture_replaces_a_built_in_one_and_hides_no_other(picture_file: PictureFile) -> None:
    own = picture_file("title: Mine\n", "mentoring.yaml").parent
    picture_file("title: [\n", "broken.yaml")
    gallery = read_gallery([own, BUILT_IN])
    assert gallery.pictures["mentoring"].title.en == "Mine"
    assert set(gallery.pictures) == {path.stem for path in BUILT_IN.glob("*.yaml")}
    assert {Path(problem.file).name for problem in gallery.problems} == {"broken.yaml"}
    assert find_picture([own, BUILT_IN], "gaps").file == BUILT_IN.resolve() / "gaps.yaml"
    with pytest.raises(PictureFileError, match="broken"):
        find_picture([own], "broken")


def test_a_broken_picture_of_the_user_is_not_silently_replaced_by_the_built_in_one(picture_file: PictureFile) -> None:
    own = picture_file("titel: Mine\n", "mentoring.yaml").parent
    assert "mentoring" not in read_gallery([own, BUILT_IN]).pictures
    with pytest.raises(PictureFileError):
        find_picture([own, BUILT_IN], "mentoring")


def test_an_unknown_picture_suggests_a_near_one() -> None:
    with pytest.raises(UnknownName) as caught:
        find_picture([BUILT_IN], "mentorin")
    assert "mentoring" in str(caught.value.hint)


def test_seven_pictures_come_with_the_project_in_both_languages() -> None:
    gallery = read_gallery([BUILT_IN])
    assert gallery.problems == []
    assert len(gallery.pictures) >= 7
    for picture in gallery.pictures.values():
        assert picture.caption is not None
        texts = [
            picture.title,
            picture.caption,
            *(text for step in picture.steps for text in (step.title, step.caption)),
        ]
        for text in texts:
            assert text.en != text.th
            assert any("ก" <= letter <= "๛" for letter in text.th)
            assert not any("ก" <= letter <= "๛" for letter in text.en)
    assert {picture.layout for picture in gallery.pictures.values()} == {"networks", "hub", "layered", "timeline"}
    assert any(picture.steps for picture in gallery.pictures.values())
