// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/flow.h>
#include <paper/meetingpages.h>
#include <report/fileremarks.h>
#include <report/tables.h>

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

constexpr QSizeF kPaper{297, 210};
constexpr double kSide = 60; ///< mm of the cover's margins
constexpr double kContentsTop = 78;
constexpr double kSignY = 188;
constexpr double kNumberSide = 18; ///< mm from the right edge to the number in the whole
constexpr double kNumberY = 9;

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

/// One part of the pack, as the contents name it.
struct Part
{
    QString id, title;
    InkDocument pages;
};

/// The sheets of the pack, and whether they come before the tables.
constexpr std::array kForms{std::pair("F-46", true), std::pair("F-45", false)};

QVector<Part> partsOf(const Desk &desk, const MeetingPapers &papers, Language language)
{
    const bool chinese = language == Language::Chinese;
    QVector<Part> parts;
    const auto addForms = [&](bool leading) {
        for (const MeetingPapers::Form &form : papers.forms) {
            if (form.leads == leading) {
                SheetValues values = form.values;
                values.language = language;
                parts.append({form.sheet.id,
                              chinese ? form.sheet.zh : form.sheet.en,
                              layOutSheet(form.sheet, desk.library().catalogue, values)});
            }
        }
    };
    const TableWords words = tableWords(desk, language);
    const QString printedBy = desk.actor().name.isEmpty() ? desk.actor().id : desk.actor().name;
    addForms(true);
    for (const QString &id : meetingReports()) {
        if (const auto table = statisticsTable(id, papers.statistics, words)) {
            parts.append(
                {id, table->title, layOutTable(*table, {printedBy, desk.now(), language})});
        }
    }
    addForms(false);
    return parts;
}

} // namespace

Result<MeetingPapers> readMeeting(const Desk &desk, const Period &period, const Progress &progress)
{
    auto statistics = countReport(desk.reader(), period, desk.now(), progress);
    if (!statistics) {
        return statistics.error();
    }
    MeetingPapers papers{*std::move(statistics), {}};
    for (const auto &[id, leads] : kForms) {
        const auto sheet = desk.library().sheets.constFind(QLatin1StringView(id));
        if (sheet == desk.library().sheets.constEnd()) {
            continue;
        }
        const auto paper =
            registerPaper(desk.reader(), *sheet, period, desk.now(), paperGround(desk), progress);
        if (!paper) {
            return paper.error();
        }
        SheetValues values = registerValues(*paper, period.toText(true));
        values.organisation = desk.officeName();
        values.printedBy = desk.actor().name.isEmpty() ? desk.actor().id : desk.actor().name;
        values.printedAt = desk.now();
        papers.forms.append({*sheet, values, leads});
    }
    return papers;
}

InkDocument layOutMeeting(const Desk &desk, const MeetingPapers &papers, Language language)
{
    const bool chinese = language == Language::Chinese;
    const QString title = chinese ? QStringLiteral("投诉工作会议材料")
                                  : QStringLiteral("Complaints: papers for the meeting");
    const QString period = papers.statistics.period.toText(chinese);
    const QStringList signOff = chinese ? QStringList{QStringLiteral("编制："),
                                                      QStringLiteral("审核："),
                                                      QStringLiteral("会议日期：    年  月  日")}
                                        : QStringList{QStringLiteral("Prepared by:"),
                                                      QStringLiteral("Checked by:"),
                                                      QStringLiteral("Meeting on:")};
    PrintFonts fonts;
    InkDocument document;
    document.title = title + QLatin1Char(' ') + period;
    document.paper = kPaper;
    InkPage front;
    const double middle = kPaper.width() / 2;
    const double width = kPaper.width() - 2 * kSide;
    inkLine(front, fonts.fitText(desk.officeName(), width, 14), middle, 32, Across::Centre);
    inkLine(front, fonts.fitText(title, width, 26, Face::Title), middle, 48, Across::Centre);
    inkLine(front, fonts.fitText(period, width, 14), middle, 62, Across::Centre);
    document.pages.append(front);
    const QVector<Part> parts = partsOf(desk, papers, language);
    const double room = kSignY - 8 - kContentsTop;
    const double pitch =
        std::min(8.0, room / static_cast<double>(std::max<qsizetype>(1, parts.size())));
    double y = kContentsTop;
    for (const Part &part : parts) {
        inkEntry(document.pages.first(),
                 fonts,
                 part.id + QStringLiteral("  ") + part.title,
                 static_cast<int>(document.pages.size()) + 1,
                 y);
        y += pitch;
        for (InkPage page : part.pages.pages) {
            page.paper = part.pages.paper;
            document.pages.append(page);
        }
        document.missingGlyphs += part.pages.missingGlyphs;
        document.findings += part.pages.findings;
    }
    for (qsizetype i = 0; i < signOff.size(); ++i) {
        inkLine(document.pages.first(),
                fonts.fitText(signOff.at(i), 60, 10.5),
                20 + (kPaper.width() - 40) * static_cast<double>(i) /
                         static_cast<double>(signOff.size()),
                kSignY,
                Across::Left);
    }
    // Each part counts its own pages; what the contents say is found by these numbers.
    const QString number = chinese ? QStringLiteral("会议材料 第 %1 页 共 %2 页")
                                   : QStringLiteral("Meeting papers, page %1 of %2");
    for (qsizetype i = 1; i < document.pages.size(); ++i) {
        InkPage &page = document.pages[i];
        inkLine(page,
                fonts.fitText(number.arg(i + 1).arg(document.pages.size()), 80, 9),
                page.paper.value_or(kPaper).width() - kNumberSide,
                kNumberY,
                Across::Right);
    }
    document.missingGlyphs.removeDuplicates();
    reportFonts(fonts, document);
    return document;
}

} // namespace huiyin
