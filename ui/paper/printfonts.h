// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QString>
#include <QStringList>
#include <QTextLayout>
#include <QVector>

#include <memory>
#include <optional>

namespace huiyin {

/// One laid-out line of text; everything in mm.
struct InkLine
{
    std::shared_ptr<QTextLayout> layout;
    int index = 0;
    double width = 0; ///< natural width
    double pt = 10.5;
    bool bold = false;
    QString text; ///< what the line says
};

enum class Face { Body, Title };

/// The print fonts of this computer: 仿宋/宋体 where installed, else AR PL UMing CN, else WenQuanYi
/// Micro Hei, each asked for by name – never the default font, and never Noto CJK, whose PDFs
/// cannot be searched. Characters the chosen family lacks are set in another installed family that
/// has them.
class PrintFonts
{
public:
    PrintFonts();

    /// \param installed the families to choose from
    explicit PrintFonts(const QStringList &installed);

    /// The chosen family: of wanted(), else any that has Chinese; empty if this computer has none.
    [[nodiscard]] QString family() const { return m_body; }

    /// Whether family() stands in because none of wanted() is installed.
    [[nodiscard]] bool isReplaced() const { return m_replaced; }

    [[nodiscard]] static QStringList wanted();

    /// Breaks a text into lines of at most `widthMm`. Characters no font has are printed as
    /// [U+20BB7] and kept in missing(). An empty text gives no line.
    [[nodiscard]] QVector<InkLine>
    breakText(const QString &text, double widthMm, double pt, Face face = Face::Body);

    /// The text on one line, set smaller than `pt` where the width demands it (not below 6 pt).
    [[nodiscard]] QVector<InkLine>
    fitText(const QString &text, double widthMm, double pt, Face face = Face::Body);

    /// Width of the longest of the text's lines on one line each, mm.
    [[nodiscard]] double widthOf(const QString &text, double pt, Face face = Face::Body);

    /// Characters without a glyph so far, each once.
    [[nodiscard]] QStringList missing() const { return m_missing; }

    /// Distance from line to line, mm.
    [[nodiscard]] static double pitch(double pt) { return pt * 25.4 / 72 * 1.28; }

    static constexpr double kUnitsPerMm =
        40; ///< layouts are made on a fine grid that no device changes

private:
    QFont font(const QString &family, double pt, bool bold) const;
    QString familyFor(char32_t character, const QString &main);
    bool has(const QString &family, char32_t character);
    QString prepared(const QString &text,
                     const QString &main,
                     QVector<QTextLayout::FormatRange> &runs,
                     double pt,
                     bool bold);

    QString m_body, m_title;
    bool m_replaced = false;
    QStringList m_others; ///< families to look into, best first
    bool m_othersListed = false;
    QHash<QString, QRawFont> m_raw;
    QHash<char32_t, QString> m_found;
    QStringList m_missing;
};

} // namespace huiyin
