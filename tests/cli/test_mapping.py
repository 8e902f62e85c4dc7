import pytest
import typer

from matcher.cli.app import app

EVERYWHERE = {"--profiles", "--reader", "--mapping", "--taxonomy", "--corrections", "--as-of"}


def of_people():
    for name, command in typer.main.get_command(app).commands.items():
        for below, inner in getattr(command, "commands", {"": command}).items():
            options = {max(p.opts, key=len) for p in inner.params}
            if "--profiles" in options:
                yield f"{name} {below}".strip(), options


@pytest.mark.parametrize(("name", "options"), [pytest.param(*found, id=found[0]) for found in of_people()])
def test_whatever_reads_people_reads_them_in_the_same_ways(name, options):
    assert options >= EVERYWHERE


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("Id;Ruta 7;Hemkommun;Körkort\nQ4;Kock;Solna;nej\n", encoding="utf-8")
    return path


@pytest.fixture
def mapping(tmp_path):
    path = tmp_path / "office.toml"
    path.write_text('[columns]\n"Ruta 7" = "job"\n"Körkort" = "unused"\n', encoding="utf-8")
    return path


def test_an_office_names_its_columns_wherever_people_are_read(call, odd, mapping, ads, tmp_path):
    both = ("--profiles", odd, "--ads", ads)

    def differs(*arguments):
        plain, mapped = (call(*arguments, *both, *more) for more in ((), ("--mapping", mapping)))
        assert plain.status == mapped.status == 0
        return plain.out != mapped.out

    assert differs("rank", "--format", "jsonl")
    assert differs("explain", "--profile", "Q4", "--ad", "a2")
    assert differs("ask")
    assert differs("audit")
    assert call("judge", *both, "--mapping", mapping, "--out", tmp_path / "pairs.jsonl").status == 0
    assert '"title": "Kock"' in (tmp_path / "pairs.jsonl").read_text(encoding="utf-8")


def test_an_index_of_people_keeps_what_the_mapping_told(call, odd, mapping, ads, tmp_path):
    where = tmp_path / "people.index"
    straight = call("rank", "--profiles", odd, "--ads", ads, "--mapping", mapping, "--format", "jsonl").out
    assert call("index", "build", "--profiles", odd, "--out", where).status == 0
    assert call("rank", "--profiles", where, "--ads", ads, "--format", "jsonl").out != straight
    assert call("index", "update", where, "--profiles", odd, "--mapping", mapping).rows[0]["changed"] == 1
    assert call("rank", "--profiles", where, "--ads", ads, "--format", "jsonl").out == straight
