// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/fieldwords.h>
#include <paper/inkpage.h>
#include <paper/printfonts.h>

#include <QJsonObject>

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
    double pitch = 4.7; ///< mm from line to line

    [[nodiscard]] double height() const { return static_cast<double>(lines.size()) * pitch; }

    [[nodiscard]] double width() const;
};

/// Sets what stands in the boxes of a sheet: values, ticks, several parts on a line, signatures.
class BoxSetter
{
public:
    BoxSetter(PrintFonts &fonts,
              const FieldWords &words,
              const FieldCatalogue &catalogue,
              double pt,
              bool maskAll)
        : m_fonts(fonts)
        , m_words(words)
        , m_catalogue(catalogue)
        , m_pt(pt)
        , m_maskAll(maskAll)
    {
    }

    [[nodiscard]] BoxText plain(const QString &text, double width) const;

    /// A label of at most the width: lines as written, smaller type before a broken word.
    [[nodiscard]] BoxText label(const QString &text, double width) const;

    /// The label with one character on each line.
    [[nodiscard]] BoxText vertical(const QString &text) const;

    /// The content of a field cell or of a cell of parts.
    [[nodiscard]] BoxText
    content(const SheetCell &cell, const QJsonObject &fields, double width) const;

    /// The signature line `签名：… 年 月 日`, at the right end of the width.
    [[nodiscard]] BoxText
    signature(const QString &label, const QJsonValue &value, double width) const;

private:
    [[nodiscard]] BoxText
    part(const SheetCell &part, const QJsonObject &fields, double width) const;
    [[nodiscard]] BoxText
    ticked(const QString &label, const QStringList &ticks, double width) const;
    [[nodiscard]] bool masked(const SheetCell &cell, const QJsonObject &fields) const;

    PrintFonts &m_fonts;
    const FieldWords &m_words;
    const FieldCatalogue &m_catalogue;
    double m_pt;
    bool m_maskAll;
};

} // namespace huiyin
