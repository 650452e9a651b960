use super::*;

#[test]
fn case_accents_widths_and_marks_do_not_matter() {
    for (text, folded) in [
        ("Deng Xiaoping", "deng xiaoping"),
        ("Lü Zhengcao", "lu zhengcao"),
        ("Lu\u{308}", "lu"),
        ("ＡＢＣ　１２", "abc 12"),
        ("“Don’t” – ﬁne…", "\"don't\" - fine..."),
        ("don´t", "don't"),
        ("Đặng Tiểu Bình", "dang tieu binh"),
        ("STRASSE Straße", "strasse strasse"),
        ("İstanbul ılık", "istanbul ilik"),
        ("  a \n\t b\u{a0}", "a b"),
        ("soft\u{ad}hyphen", "softhyphen"),
        ("邓小平", "邓小平"),
        ("\u{301}", ""),
    ] {
        assert_eq!(fold(text), folded, "{text:?}");
    }
}

#[test]
fn folding_once_is_enough_for_every_character() {
    for c in char::MIN..=char::MAX {
        let text = format!("a{c}b {c}");
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "{c:?}");
        assert!(!folded.contains('\n'));
        let mapped = fold_with_map(&text);
        assert_eq!(mapped.text, folded, "{c:?}");
    }
}

#[test]
fn what_is_found_leads_back_to_whole_characters() {
    let marked = |text: &str, words: &str| {
        let folded = fold_with_map(text);
        let at = folded.text.find(words).expect("it is there");
        text[folded.original(at..at + words.len())].to_owned()
    };
    assert_eq!(marked("He said: Cafe\u{301}s", "cafe"), "Cafe\u{301}");
    assert_eq!(marked("a  ﬁx ", "fi"), "ﬁ");
    assert_eq!(marked("a  ﬁx ", "f"), "ﬁ");
    assert_eq!(marked("a \n b ", "a b"), "a \n b");
    assert_eq!(marked("会见邓小平。", "邓小平"), "邓小平");
    assert_eq!(fold_with_map("abc").original(1..1), 0..0);
    assert_eq!(fold_with_map("abc").original(7..9), 0..0);
}

#[test]
fn borders_of_words() {
    assert!(is_border("rice price", 0) && is_border("rice price", 5) && is_border("rice", 4));
    assert!(!is_border("price", 1));
    assert!(is_border("会见邓小平", 6) && is_border("it's", 3) && is_border("u.s.", 2));
    assert!(!is_border("é", 1), "not within a character");
}

#[test]
fn characters_are_of_the_class_that_folding_makes_them() {
    for c in FIRST_HAN..=LAST_HAN {
        assert_eq!(class_by_parts(c), Class::Word, "{c}");
    }
    for c in (char::MIN..=char::MAX).filter(|c| !is_combining_mark(*c)) {
        // Between two letters, so that a space is seen too.
        let folded = fold(&format!("a{c}b"));
        let middle = &folded[1..folded.len() - 1];
        let expected = match class(c) {
            Class::Word => middle == c.to_lowercase().to_string(),
            Class::Between => !middle.is_empty() && !middle.contains(char::is_alphanumeric),
            Class::Changes => middle != c.to_string(),
        };
        assert!(expected, "{c:?} {middle:?}");
    }
}
