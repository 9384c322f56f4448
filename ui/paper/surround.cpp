// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/surround.h>

namespace huiyin {

namespace {

constexpr double kHand = 34; ///< mm left for writing after a header label

} // namespace

SheetSurround::SheetSurround(const Sheet &sheet,
                             const SheetValues &values,
                             const FieldWords &words,
                             PrintFonts &fonts)
    : m_sheet(sheet)
    , m_values(values)
    , m_words(words)
    , m_fonts(fonts)
    , m_paper(sheet.paperSize())
{
}

QString SheetSurround::title() const
{
    return m_values.language == Language::Chinese || m_sheet.en.isEmpty() ? m_sheet.zh : m_sheet.en;
}

QString SheetSurround::filled(const QString &text) const
{
    QString words = text;
    words.replace(QStringLiteral("{organisation}"), m_values.organisation);
    words.replace(QStringLiteral("{period}"), m_values.period);
    return words;
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

    const auto count = static_cast<double>(m_sheet.header.size());
    for (qsizetype i = 0; i < m_sheet.header.size(); ++i) {
        const SheetCell &part = m_sheet.header.at(i);
        QString words = filled(m_words.label(part));
        double hand = 0;
        if (part.kind == CellKind::Field) {
            const QString value =
                m_words.value(part, m_values.fields.value(part.field), m_values.maskAll);
            words = m_words.labelWithColon(words) + value;
            hand = value.isEmpty() ? kHand : 0;
        }
        const bool last = i + 1 == m_sheet.header.size() && i > 0;
        const auto lines = m_fonts.fitText(words, width() / count - 2, 10.5);
        const double x = i == 0 ? left() + 0.5 : last ? left() + width() - 0.5 - hand : middle;
        inkLine(page,
                lines,
                x,
                top + kTitleHeight - 3.6,
                i == 0 ? Across::Left
                : last ? Across::Right
                       : Across::Centre);
    }
}

void SheetSurround::drawRunning(InkPage &page, const QString &note) const
{
    const bool chinese = m_values.language == Language::Chinese;
    const double y = m_sheet.marginTop + kRunningHeight - 3.6;
    const QString head =
        note.isEmpty()
            ? title()
            : title() + (chinese ? QStringLiteral("（%1）") : QStringLiteral(" (%1)")).arg(note);
    inkLine(
        page, m_fonts.fitText(head, width() * 0.6, 12, Face::Title), left() + 0.5, y, Across::Left);
    const QString no = m_values.fields.value(QStringLiteral("complaintNo")).toString();
    const double hand = no.isEmpty() ? kHand : 0;
    if (m_sheet.listRow < 0) {
        inkLine(page,
                m_fonts.fitText(m_words.labelWithColon(chinese ? QStringLiteral("编号")
                                                               : QStringLiteral("No.")) +
                                    no,
                                width() * 0.38,
                                10.5),
                left() + width() - 0.5 - hand,
                y,
                Across::Right);
    }
}

void SheetSurround::drawFoot(
    InkPage &page, int number, int total, const QString &copy, int copyIndex) const
{
    const bool chinese = m_values.language == Language::Chinese;
    const double y = bottom() + 4.4;
    QString form = chinese ? QStringLiteral("%1　第%2版").arg(m_sheet.id).arg(m_sheet.version)
                           : QStringLiteral("%1  version %2").arg(m_sheet.id).arg(m_sheet.version);
    const QString own = chinese ? m_sheet.footerZh : m_sheet.footerEn;
    if (!own.isEmpty()) {
        form += QStringLiteral("　") + filled(own);
    }
    QStringList printed;
    if (!m_values.printedBy.isEmpty()) {
        printed << (chinese ? QStringLiteral("打印人 ") : QStringLiteral("printed by ")) +
                       m_values.printedBy;
    }
    if (m_values.printedAt) {
        printed << m_words.moment(m_values.printedAt, QString());
    }
    const QString pages =
        (chinese ? QStringLiteral("第 %1 页 共 %2 页") : QStringLiteral("page %1 of %2"))
            .arg(number)
            .arg(total);
    inkLine(page, m_fonts.fitText(form, width() * 0.35, 8), left() + 0.5, y, Across::Left);
    inkLine(
        page, m_fonts.fitText(pages, width() * 0.28, 8), left() + width() / 2, y, Across::Centre);
    if (m_sheet.listRow < 0) {
        const QString archive = m_values.fields.value(QStringLiteral("archiveNo")).toString();
        inkLine(page,
                m_fonts.fitText(m_words.labelWithColon(chinese ? QStringLiteral("归档号")
                                                               : QStringLiteral("Archive no.")) +
                                    archive,
                                width() * 0.35,
                                8),
                left() + width() - 0.5 - (archive.isEmpty() ? 24 : 0),
                y,
                Across::Right);
    }
    inkLine(page,
            m_fonts.fitText(printed.join(QStringLiteral(" · ")), width(), 8),
            left() + width() / 2,
            y + 4,
            Across::Centre);

    if (!copy.isEmpty()) {
        static const QString ordinals = QStringLiteral("一二三四五六七八九");
        const QString ordinal = copyIndex < ordinals.size() ? QString(ordinals.at(copyIndex))
                                                            : QString::number(copyIndex + 1);
        const QString label = chinese ? QStringLiteral("第%1联　%2").arg(ordinal, copy) : copy;
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
}

} // namespace huiyin
