// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/boxtext.h>

#include <algorithm>
#include <numeric>

namespace huiyin {

namespace {

constexpr double kGap = 3; ///< mm between things on one line

BoxText linesOf(const QVector<InkLine> &lines, double pt)
{
    BoxText box;
    box.pitch = PrintFonts::pitch(pt);
    for (const InkLine &line : lines) {
        box.lines.append(BoxLine{{0, line}});
    }
    return box;
}

/// Puts one box beside what stands already, from the first line on.
void beside(QVector<BoxLine> &lines, const BoxText &box, double x)
{
    for (qsizetype i = 0; i < box.lines.size(); ++i) {
        if (i == lines.size()) {
            lines.append(BoxLine{});
        }
        for (BoxRun run : box.lines.at(i)) {
            run.x += x;
            lines[i].append(run);
        }
    }
}

/// Left ends of as many columns as the room holds, each as wide as its widest choice and a little
/// apart; one line of choices is set close, several stand under each other.
QVector<double> columnsFor(const QVector<InkLine> &atoms, double room)
{
    for (qsizetype count = atoms.size(); count > 1; --count) {
        QVector<double> widths(count, 0);
        for (qsizetype i = 0; i < atoms.size(); ++i) {
            widths[i % count] = std::max(widths.at(i % count), atoms.at(i).width);
        }
        const double total =
            std::accumulate(widths.cbegin(), widths.cend(), kGap * static_cast<double>(count - 1));
        if (total <= room) {
            const double spare = std::min(3.0, (room - total) / static_cast<double>(count));
            QVector<double> left{0};
            for (qsizetype i = 0; i + 1 < count; ++i) {
                left << left.last() + widths.at(i) + kGap + spare;
            }
            return left;
        }
    }
    return {0};
}

} // namespace

double BoxText::width() const
{
    double widest = 0;
    for (const BoxLine &line : lines) {
        for (const BoxRun &run : line) {
            widest = std::max(widest, run.x + run.line.width);
        }
    }
    return widest;
}

bool BoxSetter::masked(const SheetCell &cell, const QJsonObject &fields) const
{
    return m_maskAll || (cell.mask && fields.value(QStringLiteral("confidential")).toBool());
}

BoxText BoxSetter::plain(const QString &text, double width) const
{
    return linesOf(m_fonts.breakText(text, width, m_pt), m_pt);
}

BoxText BoxSetter::label(const QString &text, double width) const
{
    const double natural = m_fonts.widthOf(text, m_pt);
    const double pt = natural <= width ? m_pt : std::max(m_pt * 0.8, m_pt * width / natural * 0.99);
    return linesOf(m_fonts.breakText(text, width, pt), pt);
}

BoxText BoxSetter::vertical(const QString &text) const
{
    QStringList characters;
    for (const uint character : text.toUcs4()) {
        const char32_t one = character;
        characters << QString::fromUcs4(&one, 1);
    }
    BoxText box = linesOf(m_fonts.breakText(characters.join(QLatin1Char('\n')), 50, m_pt), m_pt);
    box.pitch *= 1.15;
    return box;
}

/// Choices in columns of equal width where they need more than one line, so that the boxes stand
/// under each other.
BoxText BoxSetter::ticked(const QString &label, const QStringList &ticks, double width) const
{
    BoxText box;
    box.pitch = PrintFonts::pitch(m_pt) * 1.06;
    double indent = 0;
    if (!label.isEmpty()) {
        const auto head = m_fonts.breakText(label, width, m_pt);
        box.lines.append(BoxLine{{0, head.first()}});
        indent = head.first().width + 1;
    }
    QVector<InkLine> atoms;
    for (const QString &tick : ticks) {
        atoms += m_fonts.fitText(tick, width - indent, m_pt);
    }
    const QVector<double> columns = columnsFor(atoms, width - indent);
    for (qsizetype i = 0; i < atoms.size(); ++i) {
        const qsizetype row = i / columns.size();
        while (box.lines.size() <= row) {
            box.lines.append(BoxLine{});
        }
        box.lines[row].append({indent + columns.at(i % columns.size()), atoms.at(i)});
    }
    return box;
}

BoxText BoxSetter::part(const SheetCell &cell, const QJsonObject &fields, double width) const
{
    if (cell.kind == CellKind::Text) {
        return plain(m_words.label(cell), width);
    }
    const QJsonValue value = fields.value(cell.field);
    const FieldDef *def = m_catalogue.field(cell.field);
    const bool labelled =
        !cell.bare && (def == nullptr || def->type != FieldType::Bool || !cell.tick);
    const QString label = labelled ? m_words.labelWithColon(m_words.label(cell)) : QString();
    if (cell.tick) {
        return ticked(label, m_words.ticks(cell, value), width);
    }
    if (def != nullptr && def->type == FieldType::Sign && cell.show != QLatin1String("name")) {
        // Label and name left, the date at the right end: room between them for a hand.
        const auto sign = m_words.signature(value);
        BoxText box = plain(label + (masked(cell, fields) && !sign.date.isEmpty()
                                         ? maskedText(sign.name, def->privacy)
                                         : sign.name),
                            width);
        if (sign.date.isEmpty()) {
            return box; // nobody signs here
        }
        const auto date = m_fonts.breakText(sign.date, width, m_pt);
        const double x = width - date.first().width;
        const bool fits = box.lines.size() <= 1 && box.width() + kGap <= x;
        if (fits && !box.lines.isEmpty()) {
            box.lines.last().append({x, date.first()});
        } else {
            box.lines.append(BoxLine{{std::max(0.0, x), date.first()}});
        }
        return box;
    }
    QString words = m_words.value(cell, value, masked(cell, fields));
    const bool dated =
        def != nullptr && (def->type == FieldType::Date || def->type == FieldType::DateTime);
    if (dated && value.isUndefined() && m_fonts.widthOf(label + words, m_pt) > width) {
        // The room for a hand shrinks in a narrow cell, before its 年 月 日 would break.
        words.remove(QChar(0x00A0));
        words.replace(QStringLiteral("　　　"), QStringLiteral("　\u00A0"));
    }
    return plain(label + words, width);
}

BoxText BoxSetter::content(const SheetCell &cell, const QJsonObject &fields, double width) const
{
    BoxText box;
    box.pitch = PrintFonts::pitch(m_pt);
    if (cell.kind == CellKind::Field) {
        SheetCell bare = cell;
        bare.bare = true;
        const FieldDef *def = m_catalogue.field(cell.field);
        // A date beside a name needs a wide cell.
        if (def != nullptr && def->type == FieldType::Sign && width < 45) {
            const auto sign = m_words.signature(fields.value(cell.field));
            const bool dated = fields.value(cell.field).toObject().contains(QStringLiteral("at"));
            return plain(dated ? sign.name + QLatin1Char('\n') + sign.date : sign.name, width);
        }
        return part(bare, fields, width);
    }
    for (qsizetype from = 0; from < cell.parts.size();) {
        qsizetype to = from + 1;
        double shares = cell.parts.at(from).columnSpan;
        while (to < cell.parts.size() && !cell.parts.at(to).newLine) {
            shares += cell.parts.at(to++).columnSpan;
        }
        QVector<BoxLine> lines;
        if (to - from == 1) {
            const BoxText only = part(cell.parts.at(from), fields, width);
            lines = only.lines;
            box.pitch = std::max(box.pitch, only.pitch);
        } else {
            QVector<double> widths;
            QVector<double> places;
            bool placesFit = true;
            double total = 0;
            for (qsizetype i = from; i < to; ++i) {
                widths << part(cell.parts.at(i), fields, 1e4).width();
                places << width * cell.parts.at(i).columnSpan / shares;
                placesFit = placesFit && widths.last() <= places.last() - kGap / 2;
                total += widths.last() + kGap;
            }
            // Slots keep things under each other; a long value takes what its neighbours do not
            // need.
            if (!placesFit && total <= width) {
                for (qsizetype i = 0; i < places.size(); ++i) {
                    places[i] =
                        widths.at(i) + kGap + (width - total) / static_cast<double>(places.size());
                }
            }
            double x = 0;
            for (qsizetype i = from; i < to; ++i) {
                const BoxText one = part(
                    cell.parts.at(i), fields, places.at(i - from) - (i + 1 < to ? kGap / 2 : 0));
                beside(lines, one, x);
                box.pitch = std::max(box.pitch, one.pitch);
                x += places.at(i - from);
            }
        }
        box.lines += lines;
        from = to;
    }
    return box;
}

BoxText BoxSetter::signature(const QString &label, const QJsonValue &value, double width) const
{
    const auto sign = m_words.signature(value);
    const auto date = m_fonts.breakText(sign.date, width, m_pt);
    const BoxText name = plain(m_words.labelWithColon(label) + sign.name, width);
    BoxText box;
    box.pitch = PrintFonts::pitch(m_pt);
    const double dateX = width - date.first().width;
    const double hand = 26; // mm for a name written by hand
    const double need =
        std::max(name.width() + kGap, m_fonts.widthOf(m_words.labelWithColon(label), m_pt) + hand);
    if (name.lines.size() == 1 && need <= dateX) {
        box.lines.append(
            BoxLine{{dateX - need, name.lines.first().first().line}, {dateX, date.first()}});
    } else {
        box.lines = name.lines;
        box.lines.append(BoxLine{{dateX, date.first()}});
    }
    return box;
}

} // namespace huiyin
