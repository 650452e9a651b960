//! How large what can be clicked is: [WCAG 2.2,
//! 2.5.8](https://www.w3.org/TR/WCAG22/#target-size-minimum), level AA: 24 by 24, or so far
//! from others that a circle as wide around its middle meets no other and no circle of a
//! smaller one.

use egui::accesskit::{Action, Role};
use egui::{Pos2, Rect};
use egui_kittest::kittest::NodeT as _;

use super::{App, PAGES, nodes, open, open_page};

const LEAST: f32 = 24.0;
/// Points are rounded to pixels.
const SLACK: f32 = 0.51;

struct Target {
    name: String,
    rect: Rect,
    role: Role,
}

impl Target {
    fn is_small(&self) -> bool {
        self.rect.width() < LEAST - SLACK || self.rect.height() < LEAST - SLACK
    }

    /// What the guideline leaves out: links within text, which are as high as its line, and of
    /// which only the numbers of sources are narrow; edges of panes and bars for scrolling,
    /// which do nothing that keys and commands do not; and what stands where data puts it, so
    /// that another place would say something else: marks of the timeline, and columns of the
    /// cadence. Both have another way: keys, the list, the search box.
    fn is_left_out(&self, page: &str) -> bool {
        match self.role {
            Role::Splitter | Role::ScrollBar | Role::ListBoxOption => true,
            Role::Link => self.name.starts_with('[') || self.rect.width() >= LEAST,
            Role::Button => page == "cadence" && self.is_column(),
            _ => false,
        }
    }

    /// Whether it is a column of the cadence: it is named by its year.
    fn is_column(&self) -> bool {
        self.name.split_once(": ").is_some_and(|(year, _)| year.parse::<i16>().is_ok())
    }
}

fn targets(harness: &App) -> Vec<Target> {
    let window = harness.ctx.content_rect();
    let all = nodes(harness);
    let targets = all.iter().filter_map(|node| {
        let data = node.accesskit_node();
        // Texts can be clicked too, to select parts of them.
        let is_text = matches!(data.role(), Role::Label | Role::Heading | Role::Status);
        let can = data.data().supports_action(Action::Click) && !data.is_disabled();
        data.bounding_box()?;
        let rect = node.rect();
        (can && !is_text && rect.is_positive() && window.contains_rect(rect)).then(|| Target {
            name: data.label().or(data.value()).unwrap_or_default(),
            rect,
            role: data.role(),
        })
    });
    targets.collect()
}

fn distance(point: Pos2, rect: Rect) -> f32 {
    rect.distance_to_pos(point)
}

fn is_apart(target: &Target, others: &[Target]) -> bool {
    let middle = target.rect.center();
    others.iter().filter(|other| !std::ptr::eq(*other, target)).all(|other| {
        let is_within = other.rect.contains_rect(target.rect);
        let gap = if other.is_small() {
            middle.distance(other.rect.center()) - LEAST / 2.0
        } else {
            distance(middle, other.rect)
        };
        // A field under it, such as the one that takes the focus, is not another target.
        is_within || gap >= LEAST / 2.0 - SLACK
    })
}

#[test]
fn what_can_be_clicked_is_large_enough_or_far_enough_from_others() {
    let mut failures = Vec::new();
    for (page, key) in PAGES {
        let mut harness = open();
        open_page(&mut harness, key);
        let targets = targets(&harness);
        assert!(targets.len() > 12, "{page} has targets");
        for target in &targets {
            if target.is_small() && !target.is_left_out(page) && !is_apart(target, &targets) {
                let size = target.rect.size();
                failures.push(format!("{page}: {:?} {} {size}", target.role, target.name));
            }
        }
    }
    failures.dedup();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
