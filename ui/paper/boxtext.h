// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/fieldwords.h>
#include <paper/inkpage.h>
#include <paper/printfonts.h>

#include <QJsonObject>
#include <QMap>

namespace huiyin {

/// Text with its place inside a box, mm from the box's left inner edge.
struct BoxRun
{
    double x = 0;
    InkLine line;
};

/// One line of a box: runs side by side.
using BoxLine = QVector<BoxRun>;

/// All lines of one box, set for its width.
struct BoxText
{
    QVector<BoxLine> lines;
    double pitch = 4.7;  ///< mm from line to line
    qsizetype ticks = 0; ///< lines from the first on that boxes to tick stand in

    [[nodiscard]] double height() const { return static_cast<double>(lines.size()) * pitch; }

    [[nodiscard]] double width() const;
};

struct BoxStyle
{
    double pt = 10.5;
    double pitch = 4.7;            ///< mm from line to line
    QMap<QString, QString> blanks; ///< organisation, period: what running text says of the sheet
};

/// Sets what stands in the boxes of a sheet: values, ticks, several parts on a line, signatures,
/// running text.
class BoxSetter
{
public:
    BoxSetter(PrintFonts &fonts,
              const FieldWords &words,
              const FieldCatalogue &catalogue,
              const BoxStyle &style)
        : m_fonts(fonts)
        , m_words(words)
        , m_catalogue(catalogue)
        , m_pt(style.pt)
        , m_pitch(style.pitch)
        , m_blanks(style.blanks)
    {
    }

    [[nodiscard]] BoxText plain(const QString &text, double width) const;

    /// The lines from one on, set anew for a wider box.
    [[nodiscard]] BoxText wider(const BoxText &text, qsizetype from, double width) const;

    /// A label of at most the width: lines as written, smaller type before a broken word.
    [[nodiscard]] BoxText label(const QString &text, double width) const;

    /// The label with one character on each line.
    [[nodiscard]] BoxText vertical(const QString &text) const;

    /// The content of a field cell or of a cell of parts.
    [[nodiscard]] BoxText
    content(const SheetCell &cell, const QJsonObject &fields, double width) const;

    /// Running text with its blanks filled, or room for a hand.
    [[nodiscard]] BoxText
    prose(const SheetCell &cell, const QJsonObject &fields, double width) const;

    /// The signature line `签名：… 年 月 日`, at the right end of the width.
    [[nodiscard]] BoxText
    signature(const SheetCell &cell, const QJsonObject &fields, double width) const;

private:
    [[nodiscard]] BoxText
    part(const SheetCell &part, const QJsonObject &fields, double width) const;
    [[nodiscard]] BoxText
    ticked(const QString &label, const QStringList &ticks, double width) const;
    [[nodiscard]] QString
    paragraph(const QString &text, const SheetCell &cell, const QJsonObject &fields) const;
    [[nodiscard]] double wholeWords(const QString &text, double width, double pt) const;
    [[nodiscard]] BoxText moment(QString words, double width) const;
    [[nodiscard]] BoxText dated(const QString &words, const QString &date, double width) const;

    PrintFonts &m_fonts;
    const FieldWords &m_words;
    const FieldCatalogue &m_catalogue;
    double m_pt;
    double m_pitch;
    QMap<QString, QString> m_blanks;
};

} // namespace huiyin
