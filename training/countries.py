"""Derive loaders/actors/countries.json from the CIA World Factbook's countries (public domain).

    python training/countries.py ../shared/factbook/countries.json /usr/share/zoneinfo/iso3166.tab

The factbook codes its countries by GEC (FIPS 10-4); the keys here are ISO 3166 alpha-2, found by name in the time zone
database's table (public domain) or below where the two write a name differently.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

MADE = '"#": "Made by training/countries.py, which holds what differs from the factbook; seats stand in known.json"'
TARGET = Path(__file__).parents[1] / "loaders" / "actors" / "countries.json"

# GEC code: ISO code, where the names differ; None for places without a code or without people
ISO: dict[str, str | None] = {
    "ac": "AG", "aq": "AS", "at": None, "ax": None, "bf": "BS", "bk": "BA", "bm": "MM", "bq": None, "bv": "BV",
    "bx": "BN", "cf": "CG", "cg": "CD", "ck": "CC", "cr": None, "cv": "CV", "dr": "DO", "dx": None, "ez": "CZ",
    "fk": "FK", "fm": "FM", "fs": "TF", "ga": "GM", "gz": "PS", "hm": "HM", "io": "IO", "ip": None, "iv": "CI",
    "jn": None, "kn": "KP", "ks": "KR", "kv": "XK", "lo": "SK", "mc": "MO", "mk": "MK", "nn": "SX", "od": "SS",
    "pc": "PN", "pf": None, "pg": None, "rn": "MF", "sb": "PM", "sc": "KN", "sh": "SH", "st": "LC", "sv": "SJ",
    "sx": "GS", "tb": "BL", "td": "TT", "tk": "TC", "tp": "ST", "tt": "TL", "uk": "GB", "um": "UM", "vc": "VC",
    "vi": "VG", "vq": "VI", "vt": "VA", "we": "PS", "wf": "WF", "wq": None, "wz": "SZ", "ae": "AE", "us": "US",
    "ws": "WS", "tu": "TR", "rs": "RU", "ct": "CF", "uc": "CW", "re": "RE",
}  # fmt: skip

# what the factbook leaves out or writes as no newspaper does; the first is the label
NAMES: dict[str, list[str]] = {
    "BS": ["Bahamas"], "CD": ["Democratic Republic of the Congo", "DR Congo"], "CG": ["Republic of the Congo"],
    "CI": ["Ivory Coast", "Côte d'Ivoire"], "CZ": ["Czech Republic", "Czechia"], "DO": ["Dominican Republic"],
    "FK": ["Falkland Islands"], "GB": ["United Kingdom", "Britain", "Great Britain", "UK", "U.K."],
    "GM": ["Gambia"], "MM": ["Myanmar", "Burma"], "PS": ["Palestine"], "SJ": ["Svalbard"], "SH": ["Saint Helena"],
    "TR": ["Turkey", "Türkiye", "Turkiye"], "TL": ["East Timor", "Timor-Leste"], "CC": ["Cocos Islands"],
    "US": ["United States", "United States of America", "US", "U.S.", "USA", "U.S.A.", "America"],
    "VA": ["Vatican", "Holy See", "Vatican City"], "AE": ["United Arab Emirates", "UAE", "U.A.E.", "Emirates"],
    "FM": ["Micronesia"], "CF": ["Central African Republic"], "UM": ["United States Minor Outlying Islands"],
    "IO": ["British Indian Ocean Territory"],
}  # fmt: skip
DEMONYMS = {"PS": ["Palestinian", "Palestinians"], "GB": ["British", "Britons", "Briton", "U.K."], "FR": ["French"],
            "IE": ["Irish"], "NL": ["Dutch"], "PH": ["Filipino", "Filipinos", "Philippine"], "VA": ["Vatican"],
            "XK": ["Kosovar", "Kosovars", "Kosovan"], "AF": ["Afghan", "Afghans", "Afghani"], "TW": ["Taiwanese"],
            "KP": ["North Korean", "North Koreans"], "KR": ["South Korean", "South Koreans"], "HK": ["Hong Konger"],
            "AR": ["Argentine", "Argentinian"], "AZ": ["Azeri", "Azerbaijani"], "SK": ["Slovak", "Slovakian"],
            "RS": ["Serb", "Serbs", "Serbian"], "KG": ["Kyrgyz"], "TJ": ["Tajik", "Tajiks"],
            "KZ": ["Kazakh", "Kazakhs"], "UZ": ["Uzbek", "Uzbeks"], "TM": ["Turkmen"], "CI": ["Ivorian", "Ivorians"],
            "NP": ["Nepali", "Nepalese"]}  # fmt: skip
CAPITALS = {"US": ["Washington", "Washington, D.C."], "UA": ["Kyiv", "Kiev"], "BO": ["La Paz"], "MM": ["Naypyidaw"],
            "NL": ["Amsterdam", "The Hague"], "KZ": ["Astana"], "IL": ["Jerusalem"], "KN": [], "GG": [],
            "LK": ["Colombo"],
            "ZA": ["Pretoria"], "MX": ["Mexico City"], "MD": ["Chisinau"]}  # fmt: skip
NOT_NAMES = {"Henderson", "Ducie", "and Oeno Islands", "Ascension", "and Tristan da Cunha", "CAR", "TCA", "RSA", "ROK",
             "Gaza", "Gaza Strip", "I.O.M.", "Congo"}  # fmt: skip
# capitals that are likelier another town, a name or a word
AMBIGUOUS = {"Victoria", "Hamilton", "Kingston", "Georgetown", "George Town", "Stanley", "Douglas", "Plymouth",
             "Melbourne", "Jamestown", "Male", "Majuro", "San Juan", "San Jose", "San José", "Santiago", "Brussels",
             "Santo Domingo", "Bern", "Castries", "Roseau", "Nassau", "Basseterre", "Kingstown", "Adamstown", "Alofi",
             "Saint John's", "Saint George's", "Saint-Pierre", "The Valley", "Road Town", "West Island",
             "Marigot", "Gustavia", "Saipan", "Mata-Utu", "Luxembourg"}  # fmt: skip


def parts(text: str | None) -> list[str]:
    """Split a field of several names; remarks in brackets and after a semicolon or "note" go."""
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", text or "")
    text = re.split(r"\bnote\b|;", text)[0]
    return [p for p in (part.strip() for part in re.split(r",| or |/", text)) if p]


def people(noun: str | None, adjective: str | None) -> list[str]:
    """List a country's demonyms, with the plurals that the factbook writes as "Afghan(s)"."""
    found = [w for w in parts(adjective) if w[0].isupper()]
    for word in re.sub(r"\((US|UK)[^)]*\)|\([a-z ]*(singular|plural|colloquial)[a-z ]*\)", "", noun or "").split(","):
        word = word.strip()
        if match := re.fullmatch(r"([A-ZÀ-Ý][\w' -]*?)\(s\)", word):
            found += [match[1], match[1] + "s"]
        elif match := re.fullmatch(r"(\w+)man\(men\)", word):
            found += [match[1] + "man", match[1] + "men"]
        elif match := re.fullmatch(r"(\w+)woman\(women\)", word):
            found += [match[1] + "woman", match[1] + "women"]
        elif re.fullmatch(r"[A-ZÀ-Ý][\w' -]*", word):
            found.append(word)
    return [w for w in dict.fromkeys(found) if len(w) > 3 and w not in ("Congo",)]


def leader(text: str | None) -> str:
    """Return a clear form of "President Vladimir PUTIN (since …)" without its remarks."""
    return re.split(r"\s*\(|;|, ", text or "")[0].strip()


def entry(code: str, country: dict[str, Any]) -> dict[str, Any]:
    """Return one country's names, demonyms and capitals."""
    names = list(NAMES.get(code, []))
    for field in ("short_name", "long_name", "abbreviation"):
        names += [n for n in parts(country[field]) if len(n) > 2 and not re.fullmatch(r"The \w+", n)
                  and n not in NOT_NAMES]  # fmt: skip
    capitals = CAPITALS.get(code)
    if capitals is None:
        first = re.split(r",|;| in | aka ", re.sub(r"\s*\([^)]*\)", "", country["capital"] or ""))[0].strip()
        odd = bool(re.search(r"official|administered", first)) or bool(country["dependency_status"])
        capitals = [first] if first and first not in AMBIGUOUS and not odd else []
    return {
        "name": names[0],
        "names": list(dict.fromkeys(n for n in names[1:] if n != names[0])),
        "demonyms": list(dict.fromkeys(people(country["nationality_noun"], country["nationality_adjective"])
                                       + DEMONYMS.get(code, []))),
        "capitals": [c for c in capitals if c not in names],
        "dependent": bool(country["dependency_status"]),
    }  # fmt: skip


def main(source: str, table: str) -> None:
    """Write the data file."""
    iso = {}
    for line in Path(table).read_text("utf8").splitlines():
        if line and not line.startswith("#"):
            code, name = line.split("\t")[:2]
            iso[re.sub(r"^St ", "Saint ", name).casefold().replace("&", "and")] = code
    found: dict[str, dict[str, Any]] = {}
    for country in json.loads(Path(source).read_text("utf8")):
        code = ISO.get(country["code"], "")
        if code == "":
            code = next((iso[n.casefold()] for n in parts(country["short_name"]) + parts(country["long_name"])
                         if n.casefold() in iso), None)  # fmt: skip
            if code is None:
                sys.exit(f"no ISO code for {country['code']} {country['short_name']}")
        if code and code not in found:
            found[code] = entry(code, country)
    owners: dict[str, list[str]] = {}
    for code, country in sorted(found.items(), key=lambda item: item[1]["dependent"]):
        for word in country["demonyms"]:
            owners.setdefault(word, []).append(code)
    for code, country in found.items():
        # "Korean" is nobody's; "French" is France's, whatever its dependencies
        keep = [w for w in country["demonyms"] if (owners[w][0] == code and
                all(found[c]["dependent"] for c in owners[w][1:])) or w in DEMONYMS.get(code, [])]  # fmt: skip
        country["demonyms"] = keep
        del country["dependent"]
    lines = [f"{json.dumps(code)}: {json.dumps(found[code], ensure_ascii=False)}" for code in sorted(found)]
    TARGET.write_text("{\n" + ",\n".join([MADE, *lines]) + "\n}\n", "utf8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
