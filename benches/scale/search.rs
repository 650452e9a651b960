//! The child without a window: how long searching and filtering take, from what was
//! typed to the answer, where no painter takes the processors.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use egui::{Context, Key, Modifiers, Pos2, RawInput, Rect, vec2};
use readout::app::{ReadoutApp, Settings};

use super::gauge::{Clock, median};
use super::hand::Hand;
use super::made_up::{CHINESE, COMMON, ISSUES, RARE};
use super::moves::issues;
use super::report::tell;

const ROUNDS: usize = 3;
/// The longest between frames where none is asked for.
const PAUSE: Duration = Duration::from_millis(100);
/// Longer than anything here should take.
const PATIENCE: Duration = Duration::from_secs(300);

/// A program without a window, in which frames are run when they are asked for, as a
/// window does: more would take the processors from the search.
struct Stage {
    ctx: Context,
    app: ReadoutApp,
    since: Instant,
    /// After how long frames are asked for.
    wanted: Receiver<Duration>,
    /// The most processor time of a frame since it was last asked for.
    worst_frame: f64,
}

/// When the answers to a query came, in milliseconds.
#[derive(Clone, Copy, Debug)]
struct Answered {
    first: f64,
    full: f64,
    worst_frame: f64,
}

impl Stage {
    fn new(file: PathBuf) -> Self {
        let ctx = Context::default();
        let (sender, wanted) = channel();
        ctx.set_request_repaint_callback(move |info| {
            // Nobody waits any more at the end.
            let _ = sender.send(info.delay);
        });
        let settings = Settings { reduces_motion: true, ..Settings::default() };
        let app = ReadoutApp::with_settings(&ctx, settings, Some(file));
        Self { ctx, app, since: Instant::now(), wanted, worst_frame: 0.0 }
    }

    fn frame(&mut self, hand: &mut Hand) {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.since.elapsed().as_secs_f64()),
            events: std::mem::take(&mut hand.events),
            ..RawInput::default()
        };
        let (app, clock) = (&mut self.app, Clock::start());
        let output = self.ctx.run_ui(input, |ui| {
            app.before_frame(ui);
            app.frame_ui(ui, None);
        });
        self.worst_frame = self.worst_frame.max(clock.cost().cpu);
        output.drop_without_applying_deltas();
    }

    fn run_until(&mut self, is_over: impl Fn(&ReadoutApp) -> bool) {
        let since = Instant::now();
        while !is_over(&self.app) {
            assert!(since.elapsed() < PATIENCE, "nothing came of it");
            self.wait();
            self.frame(&mut Hand::default());
        }
    }

    /// Waits until a frame is asked for.
    fn wait(&self) {
        let mut due = Instant::now() + PAUSE;
        while let Ok(delay) =
            self.wanted.recv_timeout(due.saturating_duration_since(Instant::now()))
        {
            due = due.min(Instant::now() + delay.min(PAUSE));
        }
    }

    /// Types a query at once, and waits for its answers.
    fn ask(&mut self, query: &str) -> Answered {
        let mut hand = Hand::default();
        // What stood over the window while it read has the keys until it is gone.
        for _ in 0..400 {
            hand.key(Modifiers::COMMAND, Key::F);
            (0..3).for_each(|_| self.frame(&mut hand));
            if self.ctx.text_edit_focused() {
                break;
            }
            self.wait();
        }
        self.worst_frame = 0.0;
        let since = Instant::now();
        let passed = || since.elapsed().as_secs_f64() * 1e3;
        hand.text(query);
        self.frame(&mut hand);
        let typed = self.app.session().map(|session| session.place().query.as_str());
        assert_eq!(typed, Some(query), "the field has the focus");
        self.run_until(|app| is_answered(app, query));
        let first = passed();
        self.run_until(|app| is_answered(app, query) && !is_partial(app) && !app.is_busy());
        Answered { first, full: passed(), worst_frame: self.worst_frame }
    }

    fn clear(&mut self) {
        let mut hand = Hand::default();
        hand.key(Modifiers::SHIFT, Key::Escape);
        self.frame(&mut hand);
        self.run_until(|app| is_answered(app, "") && !app.is_busy());
    }
}

fn is_answered(app: &ReadoutApp, query: &str) -> bool {
    let answer = app.session().and_then(|session| session.answer());
    answer.is_some_and(|answer| answer.query.text == query)
}

fn is_partial(app: &ReadoutApp) -> bool {
    app.session().and_then(|session| session.answer()).is_some_and(|answer| answer.is_partial)
}

/// Opens a file, asks for this and that, and tells how long it took.
pub fn run(file: PathBuf) {
    let mut stage = Stage::new(file);
    stage.run_until(|app| app.session().is_some() && !app.is_loading());
    // As soon as the file is open, whatever is still being made of it.
    let early = stage.ask(COMMON);
    tell("search_early_first_ms", early.first);
    tell("search_early_full_ms", early.full);
    tell("search_early_frame_max_ms", early.worst_frame);
    stage.clear();
    let one = format!("issue:{}", ISSUES[0]);
    let asked = [
        ("search_rare", RARE),
        ("search_common", COMMON),
        ("search_chinese", CHINESE),
        ("filter_one", &one),
        ("filter_two", &issues()),
    ];
    for (name, query) in asked {
        let ask = |_| {
            let answered = stage.ask(query);
            stage.clear();
            answered
        };
        let rounds: Vec<Answered> = (0..ROUNDS).map(ask).collect();
        let of = |pick: fn(&Answered) -> f64| median(rounds.iter().map(pick).collect());
        tell(&format!("{name}_first_ms"), of(|it| it.first));
        tell(&format!("{name}_full_ms"), of(|it| it.full));
        tell(&format!("{name}_frame_max_ms"), of(|it| it.worst_frame));
    }
}
