//! Where the system wants what a program keeps.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The name under which each system files what the program keeps.
const NAME: &str = "Readout";

/// The folders of the program. None of them need exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Settings: `$XDG_CONFIG_HOME`, Application Support, AppData.
    pub config: PathBuf,
    /// What may be lost without harm: the log, the window's place.
    pub state: PathBuf,
    /// What goes with the session: the socket. For the user alone.
    pub runtime: PathBuf,
}

impl Places {
    /// The folders as the system has them; none where it does not say who the user is.
    pub fn of_system() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", NAME)?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned();
        let runtime = dirs.runtime_dir().map_or_else(|| state.join("run"), ToOwned::to_owned);
        Some(Self { config: dirs.config_dir().to_owned(), state, runtime })
    }

    /// The file of the settings.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// The file of the window's place and of the sizes of panels.
    pub fn window(&self) -> PathBuf {
        self.state.join("window.ron")
    }

    /// The file that is there until a start has come through.
    pub fn opening(&self) -> PathBuf {
        self.state.join("opening.json")
    }

    /// The folder of the log.
    pub fn log(&self) -> PathBuf {
        self.state.join("log")
    }
}
