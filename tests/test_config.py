"""Settings are typed, described and complete, and a mistake in one stops the start with a hint.

It depends on the settings only; no test changes the environment of the process but through pytest.
A new setting is held by these tests without being listed.
"""

from dataclasses import FrozenInstanceError, fields

import pytest

from safeconduct.config import PREFIX, Settings, in_force, read_settings
from safeconduct.errors import InvalidSetting


def test_without_an_environment_every_setting_has_its_default():
    assert read_settings({"PATH": "/bin", "SAFE": "no"}) == Settings()


def test_each_setting_is_read_by_its_kind():
    environment = {
        "SAFECONDUCT_LANGUAGE": "ru",
        "SAFECONDUCT_CACHE": " off ",
        "SAFECONDUCT_DEMO_PORT": "0",
    }

    assert read_settings(environment) == Settings(language="ru", cache=False, demo_port=0)


def test_the_environment_of_the_process_is_read_where_none_is_given(monkeypatch):
    monkeypatch.setenv("SAFECONDUCT_LANGUAGE", "ru")

    assert read_settings().language == "ru"
    assert in_force(read_settings())[0].is_set


@pytest.mark.parametrize(
    ("variable", "text", "allowed"),
    [
        ("SAFECONDUCT_LANGUAGE", "fr", "en or ru"),
        ("SAFECONDUCT_CACHE", "yes", "on or off"),
        ("SAFECONDUCT_DEMO_PORT", "65536", "a port up to 65535"),
        ("SAFECONDUCT_DEMO_PORT", "-1", "a port up to 65535"),
        ("SAFECONDUCT_DEMO_PORT", "٣", "a port up to 65535"),
        ("SAFECONDUCT_DEMO_PORT", "9" * 5000, "a port up to 65535"),
        ("SAFECONDUCT_DEMO_PORT", "", "a port up to 65535"),
    ],
)
def test_a_setting_that_is_not_admitted_stops_the_start_and_says_what_is(variable, text, allowed):
    with pytest.raises(InvalidSetting, match=f"{variable}.*{allowed}"):
        read_settings({variable: text})


def test_an_unknown_setting_stops_the_start_with_the_nearest_name():
    with pytest.raises(InvalidSetting, match="Did you mean SAFECONDUCT_LANGUAGE"):
        read_settings({"SAFECONDUCT_LANGUAGES": "en"})


def test_a_setting_that_resembles_none_is_answered_with_all_names():
    with pytest.raises(InvalidSetting, match=r"The settings are .*SAFECONDUCT_CACHE"):
        read_settings({"SAFECONDUCT_QQQQQQ_ZZZ": "en"})


def test_every_mistake_is_named_at_once():
    with pytest.raises(InvalidSetting) as raised:
        read_settings({"SAFECONDUCT_CACHE": "1", "SAFECONDUCT_LANGUAG": "en"})

    assert raised.value.setting == "SAFECONDUCT_CACHE, SAFECONDUCT_LANGUAG"
    assert "SAFECONDUCT_CACHE: on or off" in raised.value.message


def test_what_a_setting_holds_is_never_repeated():
    with pytest.raises(InvalidSetting) as raised:
        read_settings({"SAFECONDUCT_LANGUAGE": "a-secret-word"})

    assert "a-secret-word" not in str(raised.value)


def test_every_setting_says_what_is_in_force_and_what_it_means():
    shown = in_force(Settings(cache=False), {"SAFECONDUCT_CACHE": "off"})

    assert [each.variable for each in shown] == [
        PREFIX + each.name.upper() for each in fields(Settings)
    ]
    assert all(each.meaning.endswith(".") and each.allowed and each.default for each in shown)
    assert [(each.text, each.default, each.is_set) for each in shown][1] == ("off", "on", True)


def test_every_default_is_admitted_by_its_own_setting():
    environment = {each.variable: each.default for each in in_force(Settings(), {})}

    assert read_settings(environment) == Settings()


def test_settings_never_change():
    with pytest.raises(FrozenInstanceError):
        Settings().cache = False  # type: ignore[misc]
