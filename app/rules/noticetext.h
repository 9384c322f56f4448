// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>

namespace huiyin {

/// Pasted words without blanks, line breaks and quotes, full-width signs made ASCII, Chinese
/// numbers before 年月日天 made digits; every character remembers its line.
struct NoticeText
{
    QString words;
    QVector<int> lines; ///< 1-based line of each character of `words`

    static NoticeText of(const QString &pasted);
    [[nodiscard]] int lineAt(qsizetype position) const;
};

/// A stretch of the words: a sentence or a clause.
struct NoticePiece
{
    QString text;
    qsizetype from = 0;
};

/// What a notice's title says it does to the year.
enum class NoticeKind { Yearly, Replace, Extend, Add };

/// A numbered paragraph with a festival's name, or (name empty) what stands before, between and
/// after them.
struct NoticeItem
{
    QString name;
    QVector<NoticePiece> sentences;
    bool page = false; ///< the page's own words above the title
};

/// One notice of the pasted text: a yearly one, or a correction.
struct NoticeSection
{
    QString title; ///< with its number, empty if none was pasted
    NoticeKind kind = NoticeKind::Yearly;
    int year = 0; ///< 0 if none is named
    QString name; ///< festival of a correction
    QVector<NoticeItem> items;
};

[[nodiscard]] QVector<NoticeSection> noticeSections(const NoticeText &text);

/// Splits at , and ; outside parentheses.
[[nodiscard]] QVector<NoticePiece> noticeClauses(const NoticePiece &sentence);

/// 五一 → 劳动节, 十一 → 国庆节, 和 between two festivals → 、
[[nodiscard]] QString festivalName(QString printed);

} // namespace huiyin
