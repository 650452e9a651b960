//! The detail pane: what a reader finds in it, and what its links and buttons ask
//! for.

use egui::{Theme, UiBuilder, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use readout::export::arrange::Numbering;
use readout::export::bibliography::{CitationStyle, SourceForm};
use readout::export::clip::{CopyChoice, Format};
use readout::export::{meeting, quote};
use readout::find::Needle;
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, SideIx};
use readout::ui::action::Action;
use readout::ui::command::Command;
use readout::ui::detail::{DetailCtx, Introduction, Meeting, meeting_ui, welcome_ui};
use readout::ui::theme::{install_fonts, install_styles};
use readout::ui::tokens::Tokens;

const BUNDLED: &str = include_str!("../../assets/us-china-meetings.readout.json");

/// High enough that nothing of Anchorage is scrolled away: clicks need that.
const PANE: Vec2 = vec2(420.0, 14_000.0);

/// What the pane shows, and what it asked for.
struct Pane {
    document: Document,
    meeting: Option<Meeting>,
    introduction: Introduction,
    actions: Vec<Action>,
    choice: CopyChoice,
    /// Words that are searched for.
    needles: Vec<Needle>,
}

impl Pane {
    fn of(text: &'static str, id: Option<&str>) -> Self {
        let document = read_static(text, &Job::new()).expect("it opens");
        let meeting = id.map(|id| {
            let ix = document.dataset().event_with_id(id).expect("there is such a meeting");
            Meeting::read(&document, ix).expect("it is of this document")
        });
        let introduction = Introduction::of(document.dataset());
        let choice = CopyChoice { format: Format::Plain, style: CitationStyle::Chicago };
        let (actions, needles) = (Vec::new(), Vec::new());
        Self { document, meeting, introduction, actions, choice, needles }
    }

    fn harness(self, size: Vec2) -> Harness<'static, Self> {
        let setup = |ctx: &egui::Context| {
            install_fonts(ctx);
            install_styles(ctx, false);
        };
        Harness::builder()
            .with_size(size)
            .with_theme(Theme::Light)
            .allow_missing_glyphs()
            .with_context_setup(setup)
            .build_ui_state(show, self)
    }
}

fn show(ui: &mut egui::Ui, pane: &mut Pane) {
    let builder = UiBuilder::new().max_rect(ui.content_rect());
    ui.scope_builder(builder, |ui| {
        let tokens = Tokens::of(ui);
        let ctx = DetailCtx {
            document: &pane.document,
            tokens,
            choice: pane.choice,
            needles: &pane.needles,
        };
        match &pane.meeting {
            Some(meeting) => meeting_ui(&ctx, meeting, ui, &mut pane.actions),
            None => welcome_ui(&ctx, &pane.introduction, ui, &mut pane.actions),
        }
    });
}

fn anchorage() -> Harness<'static, Pane> {
    Pane::of(BUNDLED, Some("2021-03-anchorage")).harness(PANE)
}

/// The position of the quote that contains some words.
fn quote_with(pane: &Pane, words: &str) -> usize {
    let quotes = &pane.meeting.as_ref().expect("a meeting").event.quotes;
    quotes.iter().position(|quote| quote.wording.text.contains(words)).expect("such a quote")
}

fn as_markdown(pane: &Pane, shown: &Meeting) -> String {
    let (dataset, style) = (pane.document.dataset(), CitationStyle::Chicago);
    meeting::meeting(dataset, shown.ix, &shown.event, style).markdown()
}

fn click(harness: &mut Harness<'_, Pane>, label: &str) -> Vec<Action> {
    harness.get_by_label(label).click();
    harness.run_ok();
    std::mem::take(&mut harness.state_mut().actions)
}

#[test]
fn anchorage_as_markdown() {
    let pane = Pane::of(BUNDLED, Some("2021-03-anchorage"));
    let meeting = pane.meeting.as_ref().expect("a meeting");
    insta::assert_snapshot!(as_markdown(&pane, meeting));
}

#[test]
fn yangs_quote_on_universal_values_is_copied_with_its_citation() {
    let mut harness = anchorage();
    let pos = quote_with(harness.state(), "universal values");
    let buttons: Vec<_> = harness.get_all_by_label("Copy quote with citation").collect();
    buttons[pos].click();
    drop(buttons);
    harness.run_ok();
    let [Action::Copy { clip, what: "Quote with citation" }] = &harness.state().actions[..] else {
        panic!("{:?}", harness.state().actions)
    };
    assert_eq!(clip.html, None);
    insta::assert_snapshot!(clip.text);
}

#[test]
fn all_sources_of_the_meeting_are_given_in_the_form_that_is_chosen() {
    let mut harness = anchorage();
    click(&mut harness, "Cite all sources");
    let actions = click(&mut harness, "BibTeX");
    let all = {
        let meeting = harness.state().meeting.as_ref().expect("a meeting");
        Numbering::of(&meeting.event).sources().to_vec()
    };
    assert_eq!(all.len(), 27);
    let form = SourceForm::BibTex;
    assert_eq!(actions, [Action::CiteSources { sources: all.clone(), form }]);
    click(&mut harness, "Cite all sources");
    let actions = click(&mut harness, "MLA");
    let form = SourceForm::Style(CitationStyle::Mla);
    assert_eq!(actions, [Action::CiteSources { sources: all, form }]);
}

#[test]
fn the_sources_of_a_quote_are_cited_by_keyboard() {
    let mut harness = anchorage();
    let pos = quote_with(harness.state(), "universal values");
    let buttons: Vec<_> = harness.get_all_by_label("Cite the quote's sources").collect();
    buttons[pos].focus();
    drop(buttons);
    harness.run_ok();
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    harness.get_by_label("RIS").focus();
    harness.run_ok();
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    let [Action::CiteSources { sources, form: SourceForm::Ris }] = &actions[..] else {
        panic!("{actions:?}")
    };
    // China Daily's report, and the one that words it in two other ways.
    let dataset = harness.state().document.dataset();
    let mut titles: Vec<&str> =
        sources.iter().map(|ix| dataset.sources[ix.pos()].title.as_str()).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(titles.iter().any(|title| title.contains("Mutual respect urged in China-US ties")));
}

#[test]
fn rich_text_is_copied_with_plain_text_beside_it() {
    let mut pane = Pane::of(BUNDLED, Some("2021-03-anchorage"));
    pane.choice = CopyChoice { format: Format::Rich, style: CitationStyle::Apa };
    let pos = quote_with(&pane, "universal values");
    let mut harness = pane.harness(PANE);
    let buttons: Vec<_> = harness.get_all_by_label("Copy quote with citation").collect();
    buttons[pos].click();
    drop(buttons);
    harness.run_ok();
    let [Action::Copy { clip, .. }] = &harness.state().actions[..] else {
        panic!("{:?}", harness.state().actions)
    };
    assert!(clip.html.as_ref().is_some_and(|html| html.contains("(2021, March 20)")));
    assert!(clip.text.contains("(2021, March 20)") && !clip.text.contains('<'));
}

#[test]
fn a_wording_is_cited_under_the_speaker_that_its_own_source_names() {
    let pane = Pane::of(BUNDLED, Some("2021-03-anchorage"));
    let event = &pane.meeting.as_ref().expect("a meeting").event;
    let quote = &event.quotes[quote_with(&pane, "staunch opposition")];
    let (dataset, style) = (pane.document.dataset(), CitationStyle::Chicago);
    let page = quote::wording(dataset, event, quote, &quote.variants[0], style);
    insta::assert_snapshot!(page.clip(Format::Plain).text);
}

#[test]
fn the_reader_is_told_that_a_report_gives_yangs_words_to_wang_yi() {
    let harness = anchorage();
    harness.get_by_label("This source gives these words to Wang Yi");
    harness.get_by_label("“In response to that, we will take tough action.”");
}

#[test]
fn quotes_stand_word_for_word_with_speaker_and_rendering() {
    let harness = anchorage();
    let pane = harness.state();
    let event = &pane.meeting.as_ref().expect("a meeting").event;
    for quote in &event.quotes {
        let label = format!("“{}”", quote.wording.text);
        assert!(harness.query_all_by_label(&label).next().is_some(), "{label}");
    }
    let byline = "Yang Jiechi 杨洁篪 · 18 March 2021 · in English · through an interpreter";
    // No line begins with a dot.
    let byline = byline.replace(" ·", "\u{a0}·");
    assert!(harness.query_all_by_label_contains(&byline).count() > 5);
}

#[test]
fn who_raised_an_issue_is_unknown_where_no_source_says() {
    let harness = anchorage();
    // Non-proliferation alone.
    assert_eq!(harness.get_all_by_label("unknown").count(), 1);
    assert_eq!(harness.query_all_by_label("Raised by United States").count(), 14);
    assert_eq!(harness.query_all_by_label("Raised by China").count(), 8);
    assert_eq!(harness.query_all_by_label("No source says that China raised it").count(), 9);
}

#[test]
fn without_room_for_columns_it_says_in_words_who_raised_it() {
    let text = r#"{
        "sides": { "a": {"name": "A"}, "b": {"name": "B"}, "c": {"name": "C"} },
        "events": [{ "id": "x", "title": "T", "start": "2021", "issues": [
            { "issue": "one" }, { "issue": "two", "raised_by": ["a", "c"] } ] }]
    }"#;
    let harness = Pane::of(text, Some("x")).harness(vec2(300.0, 900.0));
    harness.get_by_label("unknown who raised it");
    harness.get_by_label("raised by A, C");
}

#[test]
fn a_source_opens_in_the_browser() {
    let mut harness = anchorage();
    let actions = click(
        &mut harness,
        "How it happened: Transcript of the US-China opening remarks in Alaska",
    );
    let [Action::Browse(url)] = &actions[..] else { panic!("{actions:?}") };
    assert!(url.starts_with("https://"), "{url}");
}

#[test]
fn the_meetings_around_are_selected_by_click() {
    let mut harness = anchorage();
    let actions = click(&mut harness, "Pompeo–Yang meeting in Honolulu");
    let ix = harness.state().document.dataset().event_with_id("2020-06-honolulu");
    assert_eq!(actions, [Action::Select(ix.expect("it is there"))]);
}

#[test]
fn the_meeting_is_copied_and_zoomed_to() {
    let mut harness = anchorage();
    let actions = click(&mut harness, Command::CopyMeeting.text());
    assert_eq!(actions, [Action::Run(Command::CopyMeeting)]);
    assert_eq!(
        click(&mut harness, Command::FitSelection.text()),
        [Action::Run(Command::FitSelection)]
    );
    let previous = Command::PreviousMeeting;
    assert_eq!(click(&mut harness, previous.text()), [Action::Run(previous)]);
}

#[test]
fn with_nothing_selected_the_dataset_is_introduced() {
    let mut harness = Pane::of(BUNDLED, None).harness(vec2(340.0, 1_200.0));
    for label in ["US–China meetings", "254", "meetings", "572", "quotes"] {
        harness.get_by_label(label);
    }
    let actions = click(&mut harness, "Anchorage talks");
    let ix = harness.state().document.dataset().event_with_id("2021-03-anchorage");
    assert_eq!(actions, [Action::Select(ix.expect("it is there"))]);
}

#[test]
fn a_file_without_meetings_says_so() {
    let harness = Pane::of(r#"{"events": []}"#, None).harness(vec2(340.0, 600.0));
    harness.get_by_label("This file holds no meetings.");
}

#[test]
fn a_meeting_of_which_little_is_known_has_no_empty_headings() {
    let text = r#"{"events": [{"id": "x", "title": "T", "start": "2021"}]}"#;
    let harness = Pane::of(text, Some("x")).harness(vec2(340.0, 600.0));
    harness.get_by_label("T");
    for heading in ["Participants", "Issues", "Quotes", "Outcomes", "Sources", "Background"] {
        assert_eq!(harness.query_all_by_label_contains(heading).count(), 0, "{heading}");
    }
}

/// A file made to be a burden.
fn burden() -> &'static str {
    let word = "word ".repeat(20_000);
    let long = "x".repeat(100_000);
    let quotes: Vec<String> = (0..100_000)
        .map(|n| {
            format!(r#"{{"text": "quote {n}", "speaker": "p{}", "source": "s{n}"}}"#, n % 9_000)
        })
        .collect();
    let participants: Vec<String> =
        (0..9_000).map(|n| format!(r#"{{"person": "p{n}", "role": "r"}}"#)).collect();
    let issues: Vec<String> = (0..9_000)
        .map(|n| format!(r#"{{"issue": "i{n}", "raised_by": ["side {}"]}}"#, n % 90))
        .collect();
    let follows: Vec<String> = (0..9_000).map(|n| format!(r#""f{n}""#)).collect();
    Box::leak(
        format!(
            r#"{{"events": [
                {{"id": "x", "title": "{long}", "start": "2021", "summary": "{word}",
                  "background": "{long}", "place": {{"name": "{word}"}},
                  "participants": [{}], "issues": [{}], "follows": [{}],
                  "quotes": [{{"text": "{word}", "lang": "{long}", "variants": [
                     {{"text": "{long}", "note": "{word}", "attributed_to": "{long}"}}]}}, {}],
                  "outcomes": [{{"text": "{word}", "sources": ["s1"]}}]}}]}}"#,
            participants.join(","),
            issues.join(","),
            follows.join(","),
            quotes.join(",")
        )
        .into_boxed_str(),
    )
}

#[test]
fn a_huge_meeting_comes_in_pages_and_costs_little_per_frame() {
    let mut harness = Pane::of(burden(), Some("x")).harness(vec2(340.0, 900.0));
    let start = std::time::Instant::now();
    for _ in 0..10 {
        harness.step();
    }
    // Far above what it takes, far below what painting everything would.
    assert!(start.elapsed().as_secs_f32() < 5.0, "{:?}", start.elapsed());
    harness.get_by_label("“quote 48”");
    assert_eq!(harness.query_all_by_label("“quote 49”").count(), 0);
    let more: Vec<_> = harness.get_all_by_label("Show 50 more").collect();
    assert!(more.len() >= 4, "participants, issues, quotes, sources: {}", more.len());
}

#[test]
fn many_sides_are_not_all_shown() {
    let sides: Vec<String> = (0..40).map(|n| format!(r#""p{n}": {{"side": "s{n}"}}"#)).collect();
    let participants: Vec<String> = (0..40).map(|n| format!(r#"{{"person": "p{n}"}}"#)).collect();
    let text = format!(
        r#"{{"people": {{ {} }}, "events": [{{"id": "x", "title": "T", "start": "2021",
            "participants": [{}]}}]}}"#,
        sides.join(","),
        participants.join(",")
    );
    let harness = Pane::of(Box::leak(text.into_boxed_str()), Some("x")).harness(vec2(340.0, 900.0));
    harness.get_by_label("p11");
    assert_eq!(harness.query_all_by_label("p12").count(), 0);
    harness.get_by_label("and 28 more sides");
}

#[test]
fn what_should_be_short_is_cut() {
    let long = "x".repeat(5_000);
    let text = format!(
        r#"{{"sources": {{"s": {{"title": "{long}", "publisher": "{long}", "via": "{long}"}}}},
            "people": {{"p": {{"name": "{long}", "note": "{long}"}}}},
            "kinds": {{"k": {{"label": "{long}"}}}}, "issues": {{"i": {{"name": "{long}"}}}},
            "events": [{{"id": "x", "title": "T", "start": "2021", "kind": "k",
            "follows": ["{long}", "y"], "place": {{"name": "{long}"}}, "sources": ["s"],
            "participants": [{{"person": "p", "role": "{long}"}}], "issues": [{{"issue": "i"}}],
            "quotes": [{{"text": "q", "lang": "{long}", "source": "s", "attributed_to": "p",
                         "speaker": "p", "issues": ["i"]}}]}},
            {{"id": "y", "title": "{long}", "start": "2020", "kind": "k"}}]}}"#
    );
    let text: &'static str = Box::leak(text.into_boxed_str());
    let too_long = "x".repeat(301);
    for id in [Some("x"), None] {
        let harness = Pane::of(text, id).harness(vec2(420.0, 9_000.0));
        assert_eq!(harness.query_all_by_label_contains(&too_long).count(), 0, "{id:?}");
        assert!(harness.query_all_by_label_contains("xx…").next().is_some(), "{id:?}");
    }
}

#[test]
fn each_meeting_begins_at_the_top_with_nothing_unfolded() {
    let summary = "word ".repeat(3_000);
    let event = |id: &str| {
        format!(r#"{{"id": "{id}", "title": "{id}", "start": "2021", "summary": "{summary}"}}"#)
    };
    let text = format!(r#"{{"events": [{}, {}]}}"#, event("x"), event("y"));
    let pane = Pane::of(Box::leak(text.into_boxed_str()), Some("x"));
    let mut harness = pane.harness(vec2(420.0, 600.0));
    let top = |harness: &Harness<'_, Pane>, title: &str| harness.get_by_label(title).rect().top();
    let at_start = top(&harness, "x");
    harness.get_by_label("Show all (15 kB)").click_accesskit();
    harness.hover_at(egui::pos2(200.0, 300.0));
    let delta = vec2(0.0, -400.0);
    let unit = egui::MouseWheelUnit::Point;
    let (source, phase) = (egui::MouseWheelSource::Unknown, egui::TouchPhase::Move);
    let modifiers = egui::Modifiers::NONE;
    harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
    harness.run_ok();
    assert!(top(&harness, "x") < at_start - 100.0);
    assert_eq!(harness.query_all_by_label("Show all (15 kB)").count(), 0);

    let state = harness.state_mut();
    let other = state.document.dataset().event_with_id("y").expect("it is there");
    state.meeting = Meeting::read(&state.document, other);
    harness.run_ok();
    assert!((top(&harness, "y") - at_start).abs() < 0.5);
    harness.get_by_label("Show all (15 kB)");
}

#[test]
fn how_far_apart_meetings_are_is_as_vague_as_their_dates() {
    let harness = Pane::of(BUNDLED, Some("1979-08-beijing")).harness(PANE);
    harness.get_by_label_contains("between 6 and 7 months earlier");
    harness.get_by_label_contains("between 4 and 6 months later");
    anchorage().get_by_label_contains("274 days (9 months 1 day) earlier");
}

#[test]
fn the_next_page_and_the_rest_of_a_text_come_on_a_click() {
    let quotes: Vec<String> = (0..60).map(|n| format!(r#"{{"text": "quote {n}"}}"#)).collect();
    let summary = "word ".repeat(3_000);
    let text = format!(
        r#"{{"events": [{{"id": "x", "title": "T", "start": "2021", "summary": "{summary}end",
            "quotes": [{}]}}]}}"#,
        quotes.join(",")
    );
    let text: &'static str = Box::leak(text.into_boxed_str());
    let mut harness = Pane::of(text, Some("x")).harness(vec2(420.0, 9_000.0));
    assert_eq!(harness.query_all_by_label("“quote 55”").count(), 0);
    click(&mut harness, "Show 10 more");
    harness.get_by_label("“quote 55”");
    assert_eq!(harness.query_all_by_label_contains("word end").count(), 0);
    click(&mut harness, "Show all (16 kB)");
    harness.get_by_label_contains("word end");
}

#[test]
fn addresses_that_no_browser_should_open_are_plain_text() {
    let text = r#"{
        "sources": { "s": { "title": "Trap", "url": "javascript:alert(1)" },
                     "f": { "title": "File", "url": "file:///etc/passwd" } },
        "events": [{ "id": "x", "title": "T", "start": "2021", "sources": ["s", "f"] }]
    }"#;
    let mut harness = Pane::of(text, Some("x")).harness(vec2(420.0, 900.0));
    assert_eq!(click(&mut harness, "Trap"), []);
    assert_eq!(click(&mut harness, "File"), []);
    assert_eq!(harness.get_all_by_label_contains("javascript:alert(1)").count(), 1);
}

#[test]
fn strangers_texts_stay_text_in_markdown() {
    let text = r##"{
        "sources": { "s": { "title": "](https://evil.example) <img src=x>",
                            "url": "https://a.example/>)<script>" } },
        "events": [{ "id": "x", "title": "T\n# Heading <b>", "start": "2021", "sources": ["s"],
            "summary": "![pixel](https://evil.example/p.png)\n- item\n| a | b |",
            "quotes": [{ "text": "one\n\n</blockquote><script>alert(1)</script>\n# two",
                         "speaker": "*S*", "source": "s" }],
            "issues": [{ "issue": "a|b", "note": "x|y\nz" }] }]
    }"##;
    let pane = Pane::of(text, Some("x"));
    let meeting = pane.meeting.as_ref().expect("a meeting");
    insta::assert_snapshot!(as_markdown(&pane, meeting));
}

#[test]
fn the_columns_are_those_of_the_sides_that_matter() {
    let pane = Pane::of(BUNDLED, Some("2021-03-anchorage"));
    let event = &pane.meeting.as_ref().expect("a meeting").event;
    let dataset = pane.document.dataset();
    let sides = readout::export::arrange::columns(dataset, event);
    assert_eq!(sides, [SideIx(0), SideIx(1)]);
    let groups = readout::export::arrange::delegations(dataset, event);
    let sizes: Vec<usize> = groups.iter().map(|group| group.participants.len()).collect();
    assert_eq!(sizes, [3, 2]);
    assert!(Meeting::read(&pane.document, EventIx(u32::MAX)).is_none());
}

#[test]
fn the_quote_with_the_words_that_are_searched_for_comes_into_view() {
    let needle =
        |folded: &str| Needle { folded: folded.to_owned(), is_phrase: false, excluded: false };
    let pane = |needles: Vec<Needle>| {
        let mut pane = Pane::of(BUNDLED, Some("2021-03-anchorage"));
        pane.needles = needles;
        let mut harness = pane.harness(vec2(420.0, 700.0));
        harness.run_ok();
        harness
    };
    let words = "“strong smell of gunpowder and drama”";
    let rect = pane(vec![needle("gunpowder")]).get_by_label(words).rect();
    assert!((0.0..700.0).contains(&rect.center().y), "{rect:?}");
    // The one with all the words, not the first one with "and".
    let all = ["tough", "and", "direct"].map(needle).to_vec();
    let harness = pane(all);
    let quote = harness.get_by_label_contains("“we expected to have tough and direct talks");
    assert!((0.0..700.0).contains(&quote.rect().center().y), "{:?}", quote.rect());
    // And where the meeting was shown before the words were searched for.
    let mut harness = pane(Vec::new());
    let top = |harness: &Harness<'_, Pane>| harness.get_by_label(words).rect().center().y;
    assert!(top(&harness) > 700.0);
    harness.state_mut().needles = vec![needle("gunpowder")];
    harness.run_ok();
    assert!((0.0..700.0).contains(&top(&harness)), "{}", top(&harness));
    // Where the title has the word, the meeting itself was meant.
    let harness = pane(vec![needle("anchorage")]);
    assert!(harness.get_all_by_label("Anchorage talks").any(|it| it.rect().top() > 0.0));
}
