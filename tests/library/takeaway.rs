//! What is taken away: citations, files for reference managers, copied texts.
//!
//! BibTeX, RIS and CSL-JSON are read back by the parsers of others.

use std::collections::HashMap;

use biblatex::{Bibliography, ChunksExt as _, DateValue, PermissiveType};
use biblib::{BibParser, CitationParser as _, RisParser};
use hayagriva::citationberg::json::{self, Item};
use proptest::prelude::*;
use readout::date::When;
use readout::export::bibliography::{
    CitationStyle, SourceForm, bibtex, csl_json, note, plain_reference, reference, ris, sources,
};
use readout::export::clip::Format;
use readout::export::page::{Block, Inline, Line, Page};
use readout::load::{Document, Job, read_static};
use readout::model::{Source, SourceIx};

const BUNDLED: &str = include_str!("../../assets/us-china-meetings.readout.json");

fn bundled() -> Document {
    read_static(BUNDLED, &Job::new()).expect("it opens")
}

fn source(id: &str, title: &str, publisher: &str, via: &str, date: &str, url: &str) -> Source {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Source {
        id: id.to_owned(),
        title: title.to_owned(),
        publisher: some(publisher),
        via: some(via),
        date: (!date.is_empty()).then(|| When::parse_start(date).expect("a date of the test")),
        url: some(url),
        ..Source::default()
    }
}

/// Plainly made-up sources, one for each case that styles treat in their own way.
fn cases() -> Vec<Source> {
    let url = "https://example.org/a?b=1&c=2";
    vec![
        source("full", "Talks of McTest and the eAgency", "Agency 1", "Site 2", "2021-03-18", url),
        source("month", "A month alone", "Agency 1", "", "2021-03", url),
        source("year", "A year alone", "Agency 1", "", "2021", url),
        source("season", "A season", "Agency 1", "", "1972-21", url),
        source("about", "About a year", "Agency 1", "", "1972~", url),
        source("perhaps", "Perhaps a day", "Agency 1", "", "1972-02-21?", url),
        source("decade", "In some year 9999", "Agency 1", "", "201X", url),
        source("range", "From a day to another", "Agency 1", "", "1972-02-21/1972-02-28", url),
        source("undated", "No date at all", "Agency 1", "", "", url),
        source("question", "Is this so?", "Agency 1", "", "2021", url),
        source("stop", "Talks of the U.S.", "Agency 1", "", "2021-03-18", url),
        source("no-url", "No address", "Agency 1", "", "2021-03-18", ""),
        source("trap", "An address of no web", "Agency 1", "", "2021", "javascript:alert(1)"),
        source("title", "A title alone", "", "", "", ""),
        source("title-date", "A title and a date", "", "", "2021-03-18", ""),
        source("id alone", "", "", "", "", ""),
        source("chinese", "会谈", "Agency 1", "", "2021-03-18", url),
    ]
}

fn text(line: &Line) -> String {
    line.iter().map(Inline::text).collect()
}

#[test]
fn sources_are_cited_as_the_styles_want_it() {
    let mut all = String::new();
    for style in CitationStyle::ALL {
        all.push_str(&format!("== {}\n", style.label()));
        for source in cases() {
            all.push_str(&format!("{}\n", text(&reference(&source, style))));
        }
    }
    all.push_str("== Chicago, note\n");
    for source in cases() {
        all.push_str(&format!("{}\n", text(&note(&source, CitationStyle::Chicago))));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn what_a_source_lacks_is_never_made_up() {
    for style in CitationStyle::ALL {
        for source in cases() {
            let cited = text(&reference(&source, style));
            assert!(!cited.contains("javascript"), "{cited}");
            let digits: Vec<&str> =
                cited.split(|c: char| !c.is_ascii_digit()).filter(|d| d.len() == 4).collect();
            let known = text(&plain_reference(&source));
            for year in digits {
                assert!(known.contains(year), "{cited} against {known}");
            }
        }
    }
}

#[test]
fn all_sources_of_the_dataset_are_cited_with_title_publisher_year_and_address() {
    let document = bundled();
    let mut count = 0;
    for source in &document.dataset().sources {
        for style in CitationStyle::ALL {
            let cited = text(&reference(source, style));
            let parts = [
                Some(source.title.as_str()),
                source.publisher.as_deref(),
                source.via.as_deref(),
                source.link(),
            ];
            for part in parts.into_iter().flatten() {
                // Quotation marks within those of the style are single.
                let single = part.replace('“', "‘").replace('”', "’");
                assert!(cited.contains(part) || cited.contains(&single), "{part} in {cited}");
            }
            let year = source.date.map(|date| date.to_string()[..4].to_owned());
            assert!(year.is_none_or(|year| cited.contains(&year)), "{cited}");
            for broken in ["..", "?.", "!.", ",,", ",)", "()", " .", " ,", "Retrieved"] {
                let is_own = plain_reference(source).iter().any(|i| i.text().contains(broken));
                assert!(is_own || !cited.contains(broken), "{broken} in {cited}");
            }
        }
        count += 1;
    }
    // Counted by another program.
    assert_eq!(count, 993);
}

#[test]
fn the_forms_for_reference_managers() {
    let cases = cases();
    let cases: Vec<&Source> = cases.iter().collect();
    insta::assert_snapshot!("bibtex", bibtex(&cases));
    insta::assert_snapshot!("ris", ris(&cases).replace("\r\n", "\n"));
    insta::assert_snapshot!("csl_json", csl_json(&cases));
}

/// What a reader of ours finds again.
#[derive(Debug, PartialEq)]
struct Read {
    title: String,
    url: Option<String>,
    parts: Option<Vec<i32>>,
}

/// What should be found: titles with the white space of one line, dates only where
/// they are exact.
fn expected(sources: &[&Source]) -> Vec<Read> {
    sources
        .iter()
        .map(|source| Read {
            title: source.title.split_whitespace().collect::<Vec<_>>().join(" "),
            url: source.link().map(str::to_owned),
            parts: source.date.and_then(|date| {
                let text = date.to_string();
                let is_exact = text.chars().all(|c| c.is_ascii_digit() || c == '-');
                let parts: Vec<i32> = text.split('-').filter_map(|p| p.parse().ok()).collect();
                let is_date = parts.get(1).is_none_or(|month| *month <= 12);
                (is_exact && is_date).then_some(parts)
            }),
        })
        .collect()
}

fn assert_same(read: &[Read], sources: &[&Source]) {
    assert_eq!(read.len(), 993);
    for (read, expected) in read.iter().zip(expected(sources)) {
        assert_eq!(*read, expected);
    }
}

/// The sources of the dataset that are described, which have all a title.
fn described(document: &Document) -> Vec<&Source> {
    document.dataset().sources.iter().filter(|source| source.declared).collect()
}

#[test]
fn bibtex_is_read_back_by_biblatex() {
    let document = bundled();
    let sources = described(&document);
    let library = Bibliography::parse(&bibtex(&sources)).expect("it is BibTeX");
    let read: Vec<Read> = library
        .iter()
        .map(|entry| Read {
            title: entry.title().expect("a title").format_verbatim(),
            url: entry.url().ok().map(|url| url.replace("-%2D", "--")),
            parts: entry.date().ok().and_then(|date| match date {
                PermissiveType::Typed(date) => match date.value {
                    DateValue::At(at) => {
                        let month = at.month.map(|m| i32::from(m) + 1);
                        let day = at.day.map(|d| i32::from(d) + 1);
                        Some([Some(at.year), month, day].into_iter().flatten().collect())
                    }
                    _ => None,
                },
                PermissiveType::Chunks(_) => None,
            }),
        })
        .collect();
    assert_same(&read, &sources);
}

#[test]
fn bibtex_is_read_back_by_biblib() {
    let document = bundled();
    let sources = described(&document);
    let read = BibParser::new().parse(&bibtex(&sources)).expect("it is BibTeX");
    let urls = read.iter().map(|citation| Some(citation.urls.first()?.replace("-%2D", "--")));
    let expected = sources.iter().map(|source| source.link().map(str::to_owned));
    assert_eq!(urls.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn ris_is_read_back_by_biblib() {
    let document = bundled();
    let sources = described(&document);
    let read = RisParser::new().parse(&ris(&sources)).expect("it is RIS");
    let read: Vec<Read> = read
        .into_iter()
        .map(|citation| Read {
            title: citation.title,
            url: citation.urls.into_iter().next(),
            parts: citation.date.map(|date| {
                let rest = [date.month, date.day].into_iter().flatten().map(i32::from);
                std::iter::once(date.year).chain(rest).collect()
            }),
        })
        .collect();
    assert_same(&read, &sources);
}

#[test]
fn csl_json_is_read_back_by_citationberg() {
    let document = bundled();
    let sources = described(&document);
    let items: Vec<Item> = serde_json::from_str(&csl_json(&sources)).expect("it is CSL-JSON");
    let read: Vec<Read> = items
        .iter()
        .map(|item| Read {
            title: item.0["title"].to_str().expect("a title").into_owned(),
            url: item.0.get("URL").and_then(|url| url.to_str()).map(|url| url.into_owned()),
            parts: item.0.get("issued").map(|date| match date {
                json::Value::Date(json::DateValue::DateParts { date_parts, .. }) => {
                    date_parts.0[0].0.iter().map(|part| i32::from(*part)).collect()
                }
                other => panic!("{other:?}"),
            }),
        })
        .collect();
    assert_same(&read, &sources);
}

#[test]
fn vague_dates_are_read_back_as_vague() {
    let cases = cases();
    let cases: Vec<&Source> = cases.iter().collect();
    let items: Vec<Item> = serde_json::from_str(&csl_json(&cases)).expect("it is CSL-JSON");
    let issued: HashMap<String, json::DateValue> = items
        .into_iter()
        .filter_map(|item| {
            let id = item.id()?.into_owned();
            match item.0.get("issued")? {
                json::Value::Date(date) => Some((id, date.clone())),
                other => panic!("{other:?}"),
            }
        })
        .collect();
    assert!(issued["about"].is_approx() && issued["perhaps"].is_approx());
    assert!(!issued["full"].is_approx());
    let json::DateValue::DateParts { date_parts, literal, .. } = &issued["decade"] else {
        panic!("{:?}", issued["decade"])
    };
    let years: Vec<i16> = date_parts.0.iter().flat_map(|date| date.0.clone()).collect();
    assert_eq!((years, literal.as_deref()), (vec![2010, 2019], Some("the 2010s")));
    let read = RisParser::new().parse(&ris(&cases)).expect("it is RIS");
    assert_eq!(read.len(), cases.len());
}

#[test]
fn each_source_is_listed_once_in_the_order_of_the_alphabet() {
    let document = bundled();
    let dataset = document.dataset();
    let ids = [5, 3, 5, 900, 3].map(SourceIx);
    let mla = SourceForm::Style(CitationStyle::Mla);
    let clip = sources(dataset, &ids, mla, Format::Rich);
    let listed: Vec<&str> = clip.text.split("\n\n").collect();
    assert_eq!(listed.len(), 3, "{listed:?}");
    let html = clip.html.expect("rich text has HTML beside it");
    assert_eq!(html.matches("<p>").count(), 3);
    assert!(html.contains("<em>"), "names of sites are in italics in MLA style");
    for form in SourceForm::ALL {
        let text = sources(dataset, &ids, form, Format::Plain).text;
        assert!(text.contains(&dataset.sources[900].title), "{form:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever strangers write into a source, nothing panics or is lost on the way
    /// through the parsers of others.
    #[test]
    fn strangers_sources_survive_every_form(
        title in "\\PC{0,40}|[{}\\\\%$&#_~^\"@,=<>*`\\n ]{1,30}|(ER  - |@misc\\{|\\}\\n)x",
        publisher in "\\PC{0,20}",
        via in "[{}\\\\a-c\\r\\n]{0,8}",
        url in "https://[a-z{}%&#_~\\\\]{1,20}",
    ) {
        let one = source("a{b", &title, &publisher, &via, "2021-03", &url);
        let two = source("a}b", "Another", "", "", "", "");
        let both = [&one, &two];
        for style in CitationStyle::ALL {
            reference(&one, style);
            note(&one, style);
        }
        prop_assert_eq!(Bibliography::parse(&bibtex(&both)).map(|b| b.len()).ok(), Some(2));
        let records = RisParser::new().parse(&ris(&both)).map(|records| records.len()).ok();
        prop_assert_eq!(records, Some(2));
        let items: Vec<Item> = serde_json::from_str(&csl_json(&both)).expect("it is CSL-JSON");
        prop_assert_eq!(items.len(), 2);
    }

    /// No text can open a tag, an attribute, a link or a line of its own.
    #[test]
    fn strangers_texts_stay_text_in_every_form(words in "\\PC{0,30}|[<>&\"'\\[\\](){}!|`*_#\\n\\r-]{1,30}") {
        let mut page = Page::titled(&words);
        page.push(Block::Paragraph(vec![Inline::Text(words.clone())]));
        page.push(Block::Paragraph(vec![Inline::Link { text: words.clone(), url: words.clone() }]));
        let html = page.clip(Format::Rich).html.unwrap_or_default();
        let tags = html.matches('<').count();
        // The character set, h1, and two paragraphs, each with its end.
        prop_assert_eq!(tags, 7, "{}", html);
        prop_assert!(page.clip(Format::Plain).text.lines().count() <= 5);
        let markdown = page.markdown();
        prop_assert!(!markdown.contains('<'), "{}", markdown);
        prop_assert!(markdown.lines().count() <= 5, "{}", markdown);
    }
}

#[test]
fn huge_and_hostile_titles_take_no_time_to_speak_of() {
    let huge = "A very long “title” {of} <i>words</i> ".repeat(50_000);
    let huge = source(
        "x",
        &huge,
        &huge,
        &"\u{202e}(".repeat(100_000),
        "2021-03",
        &format!("https://{huge}"),
    );
    for style in CitationStyle::ALL {
        let cited = text(&reference(&huge, style));
        assert!(cited.len() < 20_000, "{}", cited.len());
    }
    assert!(bibtex(&[&huge]).len() < 20_000);
}
