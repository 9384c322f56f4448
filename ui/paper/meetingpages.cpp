// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/flow.h>
#include <paper/meetingpages.h>

#include <algorithm>

namespace huiyin {

namespace {

constexpr QSizeF kPaper{297, 210};
constexpr double kSide = 60; ///< mm of the cover's margins
constexpr double kContentsTop = 78;
constexpr double kSignY = 188;

/// A line of the contents: id and title at the left, dots, the page at the right.
void inkEntry(InkPage &page, PrintFonts &fonts, const QString &words, int number, double y)
{
    constexpr double pt = 10.5;
    constexpr double gap = 2;
    const double right = kPaper.width() - kSide;
    inkLine(page, fonts.fitText(words, right - kSide - 20, pt), kSide, y, Across::Left);
    const QString at = QString::number(number);
    inkLine(page, fonts.fitText(at, 15, pt), right, y, Across::Right);
    const double from = kSide + fonts.widthOf(words, pt) + gap;
    const double to = right - fonts.widthOf(at, pt) - gap;
    for (double x = from; x < to; x += gap) {
        page.rules.append({{x, y + 1.2}, {x + 0.1, y + 1.2}, 0.5});
    }
}

} // namespace

InkDocument layOutMeeting(const MeetingCover &cover,
                          const QVector<TableDocument> &tables,
                          const TableWordsOnPaper &words)
{
    PrintFonts fonts;
    InkDocument document;
    document.title = cover.title + QLatin1Char(' ') + cover.period;
    document.paper = kPaper;
    InkPage front;
    const double middle = kPaper.width() / 2;
    const double width = kPaper.width() - 2 * kSide;
    inkLine(front, fonts.fitText(cover.organisation, width, 14), middle, 32, Across::Centre);
    inkLine(front, fonts.fitText(cover.title, width, 26, Face::Title), middle, 48, Across::Centre);
    inkLine(front, fonts.fitText(cover.period, width, 14), middle, 62, Across::Centre);
    document.pages.append(front);
    const double room = kSignY - 8 - kContentsTop;
    const double pitch =
        std::min(8.0, room / static_cast<double>(std::max<qsizetype>(1, tables.size())));
    double y = kContentsTop;
    for (const TableDocument &table : tables) {
        const InkDocument part = layOutTable(table, words);
        inkEntry(document.pages.first(),
                 fonts,
                 table.id + QStringLiteral("  ") + table.title,
                 static_cast<int>(document.pages.size()) + 1,
                 y);
        y += pitch;
        document.pages += part.pages;
        document.missingGlyphs += part.missingGlyphs;
        document.findings += part.findings;
    }
    for (qsizetype i = 0; i < cover.signOff.size(); ++i) {
        inkLine(document.pages.first(),
                fonts.fitText(cover.signOff.at(i), 60, 10.5),
                20 + (kPaper.width() - 40) * static_cast<double>(i) /
                         static_cast<double>(cover.signOff.size()),
                kSignY,
                Across::Left);
    }
    document.missingGlyphs.removeDuplicates();
    reportFonts(fonts, document);
    return document;
}

} // namespace huiyin
