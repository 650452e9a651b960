//! Indexes into the tables of a [`Dataset`](super::Dataset), one type for each
//! table, so that a person's index can not be used for a source.

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The index as a position in its table.
            pub fn pos(self) -> usize {
                self.0 as usize
            }

            /// The index of a position. Tables hold fewer than 2³² entries: a
            /// file's size is limited well below that when it is opened.
            pub fn from_pos(pos: usize) -> Self {
                Self(u32::try_from(pos).unwrap_or(u32::MAX))
            }
        }
    };
}

index!(
    /// A side, such as the United States.
    SideIx
);
index!(
    /// A person, or a body that speaks.
    PersonIx
);
index!(
    /// An issue, such as Taiwan.
    IssueIx
);
index!(
    /// A source.
    SourceIx
);
index!(
    /// A place, by its name.
    PlaceIx
);
index!(
    /// A kind of meeting.
    KindIx
);
index!(
    /// A meeting, in the order of the file.
    EventIx
);
index!(
    /// A country, by its code.
    CountryIx
);
index!(
    /// A time at which something was: a date, or a start and an end.
    WhenIx
);
