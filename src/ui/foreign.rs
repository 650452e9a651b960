//! What egui itself says to those who hear the window, in the interface's language.

use egui::{Context, FullOutput, Plugin};

use crate::tr;

/// Words what egui says, on the way to the system.
struct Foreign;

impl Plugin for Foreign {
    fn debug_name(&self) -> &'static str {
        "what egui says"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        for (_, node) in &mut update.nodes {
            // The one text of egui's own; so it stands in its panels.
            if node.label() == Some("Resize panel") {
                node.set_label(tr!("egui-resize-panel"));
            }
        }
    }
}

/// Has it worded from now on.
pub fn word(ctx: &Context) {
    ctx.add_plugin(Foreign);
}
