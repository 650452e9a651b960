//! The system's clipboard, for formatted text beside plain text.
//!
//! Plain text goes through egui. Formatted text needs arboard, which must be kept for
//! as long as others may paste, and may have to wait for the system: it lives on a
//! thread of its own. Where it does not succeed, the plain text goes egui's way.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use egui::Context;

use crate::export::clip::Clip;

/// The clipboard; dropped, it gives up what it holds.
#[derive(Default)]
pub struct SystemClipboard {
    worker: Option<Worker>,
}

struct Worker {
    clips: Sender<Arc<Clip>>,
    /// What could not be put there with its formatting.
    failed: Receiver<Arc<Clip>>,
    /// What was put there last: its thread takes it along if it ends. Shared, since it
    /// may be large.
    last: Arc<Clip>,
}

impl SystemClipboard {
    /// Puts a clip on the clipboard. Does not wait for the system.
    pub fn put(&mut self, ctx: &Context, clip: Clip) {
        if clip.html.is_none() {
            ctx.copy_text(clip.text);
            return;
        }
        let worker = match self.worker.take() {
            Some(worker) => Some(worker),
            None => Worker::start(ctx, system()),
        };
        let Some(mut worker) = worker else {
            ctx.copy_text(clip.text);
            return;
        };
        worker.last = Arc::new(clip);
        match worker.clips.send(Arc::clone(&worker.last)) {
            Ok(()) => self.worker = Some(worker),
            // Its thread ended, which only a defect makes it do; the next one may live.
            Err(returned) => ctx.copy_text(returned.0.text.clone()),
        }
    }

    /// Copies plainly what could not be copied with its formatting. To be called at
    /// the beginning of each frame.
    pub fn poll(&mut self, ctx: &Context) {
        let Some(worker) = &mut self.worker else { return };
        match worker.failed.try_recv() {
            Ok(clip) => ctx.copy_text(clip.text.clone()),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => {
                ctx.copy_text(worker.last.text.clone());
                self.worker = None;
            }
        }
    }
}

impl Worker {
    /// Starts a thread that puts clips somewhere with `put`.
    fn start(
        ctx: &Context,
        put: impl FnMut(&Clip) -> Result<(), String> + Send + 'static,
    ) -> Option<Self> {
        let (clips, taken) = channel();
        let (fails, failed) = channel();
        let ctx = ctx.clone();
        let work = move || serve(&taken, &fails, &ctx, put);
        match thread::Builder::new().name("clipboard".to_owned()).spawn(work) {
            Ok(_) => Some(Self { clips, failed, last: Arc::default() }),
            Err(error) => {
                log::error!("no thread for the clipboard: {error}");
                None
            }
        }
    }
}

/// Puts what comes on the clipboard, until nobody sends any more.
fn serve(
    clips: &Receiver<Arc<Clip>>,
    fails: &Sender<Arc<Clip>>,
    ctx: &Context,
    mut put: impl FnMut(&Clip) -> Result<(), String>,
) {
    while let Ok(clip) = clips.recv() {
        if let Err(error) = put(&clip) {
            log::warn!("formatted text can not be copied, plain text is: {error}");
            // Nobody may be waiting any more; then it is not wanted.
            let _ = fails.send(clip);
            ctx.request_repaint();
        }
    }
}

/// Puts clips on the system's clipboard. It is kept: on X11 and Wayland it is this
/// program that answers whoever pastes.
fn system() -> impl FnMut(&Clip) -> Result<(), String> {
    let mut kept: Option<arboard::Clipboard> = None;
    move |clip| {
        let opened = kept.take().map_or_else(arboard::Clipboard::new, Ok);
        let html = clip.html.clone().unwrap_or_default();
        let put = opened.and_then(|mut clipboard| {
            clipboard.set_html(html, Some(clip.text.clone())).map(|()| clipboard)
        });
        put.map(|clipboard| kept = Some(clipboard)).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{OutputCommand, RawInput};
    use std::time::Duration;

    fn rich(text: &str) -> Clip {
        Clip { text: text.to_owned(), html: Some(format!("<p>{text}</p>")) }
    }

    /// What a frame puts on the clipboard by egui's way.
    fn copied(ctx: &Context, act: impl FnMut(&Context)) -> Vec<String> {
        let mut act = act;
        let mut output = ctx.run_ui(RawInput::default(), |ui| act(ui.ctx()));
        output.textures_delta.clear();
        let commands = output.platform_output.commands.into_iter();
        commands
            .filter_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn plain_text_goes_the_usual_way_at_once() {
        let ctx = Context::default();
        let mut clipboard = SystemClipboard::default();
        let copied = copied(&ctx, |ctx| clipboard.put(ctx, "plain".to_owned().into()));
        assert_eq!(copied, ["plain"]);
        assert!(clipboard.worker.is_none());
    }

    #[test]
    fn formatted_text_reaches_the_system() {
        let ctx = Context::default();
        let (sender, put) = channel();
        let worker = Worker::start(&ctx, move |clip| {
            sender.send(clip.clone()).map_err(|error| error.to_string())
        });
        let mut clipboard = SystemClipboard { worker };
        assert!(copied(&ctx, |ctx| clipboard.put(ctx, rich("a"))).is_empty());
        assert_eq!(put.recv_timeout(Duration::from_secs(60)), Ok(rich("a")));
        assert!(copied(&ctx, |ctx| clipboard.poll(ctx)).is_empty());
    }

    #[test]
    fn where_the_system_refuses_it_the_plain_text_is_copied() {
        let ctx = Context::default();
        let worker = Worker::start(&ctx, |_| Err("no display".to_owned()));
        let mut clipboard = SystemClipboard { worker };
        let mut all = copied(&ctx, |ctx| clipboard.put(ctx, rich("a")));
        while all.is_empty() {
            thread::sleep(Duration::from_millis(1));
            all = copied(&ctx, |ctx| clipboard.poll(ctx));
        }
        assert_eq!(all, ["a"]);
        // The next one may succeed, and is tried.
        assert!(copied(&ctx, |ctx| clipboard.put(ctx, rich("b"))).is_empty());
    }

    #[test]
    fn a_thread_that_ended_leaves_the_plain_text() {
        let ctx = Context::default();
        let worker = Worker::start(&ctx, |_| panic!("a defect made for the test"));
        let mut clipboard = SystemClipboard { worker };
        assert!(copied(&ctx, |ctx| clipboard.put(ctx, rich("a"))).is_empty());
        let mut all = Vec::new();
        while clipboard.worker.is_some() {
            thread::sleep(Duration::from_millis(1));
            all.extend(copied(&ctx, |ctx| clipboard.poll(ctx)));
        }
        assert_eq!(all, ["a"]);
    }
}
