// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/letterpages.h>
#include <paper/signorder.h>
#include <paper/surround.h>

namespace huiyin {

namespace {

constexpr double kHand = 34; ///< mm left for writing after a header label

} // namespace

SheetSurround::SheetSurround(const Sheet &sheet,
                             const SheetValues &values,
                             const FieldCatalogue &catalogue,
                             const FieldWords &words,
                             PrintFonts &fonts)
    : m_sheet(sheet)
    , m_values(values)
    , m_catalogue(catalogue)
    , m_words(words)
    , m_fonts(fonts)
    , m_paper(sheet.paperSize())
{
}

QString SheetSurround::title() const
{
    return chinese() || m_sheet.en.isEmpty() ? m_sheet.zh : m_sheet.en;
}

QString SheetSurround::filled(const QString &text) const
{
    QString words = text;
    words.replace(QStringLiteral("{organisation}"), m_values.organisation);
    words.replace(QStringLiteral("{period}"),
                  m_values.period.isEmpty() ? QStringLiteral("　　　　") : m_values.period);
    return m_words.filled(words, m_values.fields);
}

void SheetSurround::drawTitle(InkPage &page) const
{
    const double middle = left() + width() / 2;
    const double top = m_sheet.marginTop;
    inkLine(page,
            m_fonts.fitText(m_values.organisation, width(), 12),
            middle,
            top + 2.8,
            Across::Centre);
    inkLine(
        page, m_fonts.fitText(title(), width(), 18, Face::Title), middle, top + 11, Across::Centre);

    drawCorner(page);
    const auto count = static_cast<double>(m_sheet.header.size());
    for (qsizetype i = 0; i < m_sheet.header.size(); ++i) {
        const SheetCell &part = m_sheet.header.at(i);
        QString words = filled(m_words.label(part));
        double hand = 0;
        if (part.kind == CellKind::Field) {
            const QString value = m_words.value(part, m_values.fields.value(part.field), false);
            words = m_words.labelWithColon(words) + value;
            hand = value.isEmpty() ? kHand : 0;
        }
        const bool last = i + 1 == m_sheet.header.size() && i > 0;
        const auto lines = m_fonts.fitText(words, width() / count - 2, 10.5);
        const double x = i == 0 ? left() + 0.5 : last ? left() + width() - 0.5 - hand : middle;
        // A very long name takes several lines, upwards: the frame begins just below.
        const double rise = static_cast<double>(lines.size() - 1) / 2 *
                                PrintFonts::pitch(lines.isEmpty() ? 0 : lines.first().pt) -
                            (lines.size() > 2 ? 1.4 : 0);
        inkLine(page,
                lines,
                x,
                top + kTitleHeight - 3.6 - rise,
                i == 0 ? Across::Left
                : last ? Across::Right
                       : Across::Centre);
    }
}

/// 内部保密 at the upper right corner, above the title.
void SheetSurround::drawCorner(InkPage &page) const
{
    const QString words = chinese() || m_sheet.markEn.isEmpty() ? m_sheet.markZh : m_sheet.markEn;
    if (!words.isEmpty()) {
        inkLine(page,
                m_fonts.fitText(words, width() * 0.3, 12, Face::Title),
                left() + width() - 0.5,
                m_sheet.marginTop + 2.8,
                Across::Right);
    }
}

void SheetSurround::drawRunning(InkPage &page, Note note) const
{
    const double y = m_sheet.marginTop + kRunningHeight - 3.6;
    const QString word = note == Note::None   ? QString()
                         : note == Note::Back ? (chinese() ? QStringLiteral("（背面）")
                                                           : QStringLiteral(" (reverse)"))
                         : chinese()          ? QStringLiteral("（续页）")
                                              : QStringLiteral(" (continued)");
    inkLine(page,
            m_fonts.fitText(title() + word, width() * 0.6, 12, Face::Title),
            left() + 0.5,
            y,
            Across::Left);
    // A loose page of a follow-up document is known by that document's number.
    const QString own =
        m_sheet.docCode.isEmpty() ? QStringLiteral("complaintNo") : QStringLiteral("docNo");
    const QString no = m_values.fields.value(own).toString();
    const double hand = no.isEmpty() ? kHand : 0;
    if (!m_sheet.isLedger()) {
        const QString label = chinese() ? QStringLiteral("编号") : QStringLiteral("No.");
        inkLine(page,
                m_fonts.fitText(m_words.labelWithColon(label) + no, width() * 0.38, 10.5),
                left() + width() - 0.5 - hand,
                y,
                Across::Right);
    }
}

QString SheetSurround::printedText() const
{
    QStringList printed;
    if (!m_values.printedBy.isEmpty()) {
        printed << (chinese() ? QStringLiteral("打印人 ") : QStringLiteral("printed by ")) +
                       m_values.printedBy;
    }
    if (m_values.printedAt) {
        printed << m_words.moment(m_values.printedAt, QString());
    }
    return printed.join(QStringLiteral(" · "));
}

void SheetSurround::drawFoot(InkPage &page, int number, int total) const
{
    if (m_sheet.style == SheetStyle::Letter) {
        inkLetterNumber(page, m_fonts, left(), width(), bottom(), number);
        return;
    }
    const double y = bottom() + 4.4;
    QString form = chinese()
                       ? QStringLiteral("%1　第%2版").arg(m_sheet.id).arg(m_sheet.version)
                       : QStringLiteral("%1  version %2").arg(m_sheet.id).arg(m_sheet.version);
    if (!m_sheet.edition.isEmpty()) {
        form += QLatin1Char('-') + m_sheet.edition;
    }
    const QString own = chinese() ? m_sheet.footerZh : m_sheet.footerEn;
    if (!own.isEmpty()) {
        form += QStringLiteral("　") + filled(own);
    }
    const QString pages =
        (chinese() ? QStringLiteral("第 %1 页 共 %2 页") : QStringLiteral("page %1 of %2"))
            .arg(number)
            .arg(total);
    inkLine(page, m_fonts.fitText(form, width() * 0.35, 8), left() + 0.5, y, Across::Left);
    inkLine(
        page, m_fonts.fitText(pages, width() * 0.28, 8), left() + width() / 2, y, Across::Centre);
    if (!m_sheet.isLedger()) {
        const QString archive = m_values.fields.value(QStringLiteral("archiveNo")).toString();
        const QString label = chinese() ? QStringLiteral("归档号") : QStringLiteral("Archive no.");
        inkLine(page,
                m_fonts.fitText(m_words.labelWithColon(label) + archive, width() * 0.35, 8),
                left() + width() - 0.5 - (archive.isEmpty() ? 24 : 0),
                y,
                Across::Right);
    }
    const QString order =
        signOrderText(m_sheet, m_values.blank ? nullptr : &m_values.fields, m_words);
    const QString printed = printedText();
    if (order.isEmpty()) {
        inkLine(page,
                m_fonts.fitText(printed, width(), 8),
                left() + width() / 2,
                y + 4,
                Across::Centre);
        return;
    }
    inkLine(page, m_fonts.fitText(order, width() * 0.6, 8), left() + 0.5, y + 4, Across::Left);
    inkLine(page,
            m_fonts.fitText(printed, width() * 0.38, 8),
            left() + width() - 0.5,
            y + 4,
            Across::Right);
}

void SheetSurround::drawCopy(InkPage &page, const QString &copy, int index) const
{
    if (copy.isEmpty()) {
        return;
    }
    static const QString ordinals = QStringLiteral("一二三四五六七八九");
    const QString ordinal =
        index < ordinals.size() ? QString(ordinals.at(index)) : QString::number(index + 1);
    const CodeList *names = m_catalogue.codeList(u"CL-19");
    const Choice *name = names == nullptr ? nullptr : names->byWord(copy);
    const QString label = chinese() ? QStringLiteral("第%1联　%2").arg(ordinal, copy)
                          : name != nullptr && !name->en.isEmpty() ? name->en
                                                                   : copy;
    double down = firstTop() + 30;
    for (const uint unit : label.toUcs4()) {
        const char32_t character = unit;
        inkLine(page,
                m_fonts.breakText(QString::fromUcs4(&character, 1), 20, 10),
                left() + width() + m_sheet.marginRight * 0.45,
                down,
                Across::Centre);
        down += 4.8;
    }
}

void SheetSurround::drawMarks(InkPage &page, bool unfinished) const
{
    const auto add = [&](const InkLine &line, QPointF centre, double degrees, double grey) {
        InkMark mark;
        mark.centre = centre;
        mark.line = line;
        mark.degrees = degrees;
        mark.grey = grey;
        page.marks.append(mark);
    };
    if (const QString words = printedText(); m_values.watermark && !words.isEmpty()) {
        const InkLine line = m_fonts.fitText(words, m_paper.width() * 0.6, 16).first();
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 2; ++column) {
                add(line,
                    {m_paper.width() * (0.3 + 0.4 * column),
                     m_paper.height() * (0.17 + 0.3 * row + 0.12 * column)},
                    -30,
                    0.13);
            }
        }
    }
    const auto stamp = [&](const QString &words, double pt) {
        add(m_fonts.breakText(words, 200, pt, Face::Title).first(),
            {m_paper.width() / 2, m_paper.height() * 0.4},
            -20,
            0.45);
        page.marks.last().framed = true;
    };
    if (m_values.cancelled) {
        stamp(chinese() ? QStringLiteral("作废") : QStringLiteral("VOID"), 64);
    } else if (unfinished) {
        stamp(chinese() ? QStringLiteral("未定稿") : QStringLiteral("NOT FINAL"), 44);
    }
}

} // namespace huiyin
