// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/boxtext.h>
#include <paper/masking.h>
#include <rules/sheetprose.h>

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace huiyin {

namespace {

constexpr double kGap = 3;        ///< mm between things on one line
constexpr double kProsePitch = 7; ///< mm from line to line where a hand fills blanks

/// The name as it is printed. Where nobody signs the words say why: they are no name to mask.
QString signedName(const FieldWords::Signature &sign, const FieldDef *def, bool masked)
{
    return masked && def != nullptr && !sign.date.isEmpty() ? maskedText(sign.name, def->privacy)
                                                            : sign.name;
}

BoxText linesOf(const QVector<InkLine> &lines, double pitch)
{
    BoxText box;
    box.pitch = pitch;
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

/// A number of a case or a document: one word of plain letters.
bool isCode(const QString &words)
{
    return std::all_of(words.cbegin(), words.cend(), [](QChar one) {
        return one.unicode() > 0x20 && one.unicode() < 0x7F;
    });
}

/// A value is masked where the sheet says so and the customer asked for it.
bool isMasked(const SheetCell &cell, const QJsonObject &fields)
{
    return cell.mask && fields.value(QStringLiteral("confidential")).toBool();
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

BoxText BoxSetter::plain(const QString &text, double width) const
{
    return linesOf(m_fonts.breakText(text, width, m_pt), m_pitch);
}

/// The lines from one on set anew for a wider box; what stands side by side stays as it is.
BoxText BoxSetter::wider(const BoxText &text, qsizetype from, double width) const
{
    BoxText box;
    box.pitch = text.pitch;
    for (qsizetype i = from; i < text.lines.size();) {
        const BoxLine &line = text.lines.at(i);
        QString paragraph;
        qsizetype to = i;
        while (line.size() == 1 && to < text.lines.size() && text.lines.at(to).size() == 1 &&
               text.lines.at(to).first().x == 0 &&
               text.lines.at(to).first().line.layout == line.first().line.layout) {
            paragraph += text.lines.at(to++).first().line.text;
        }
        if (to == i) {
            box.lines.append(line);
            ++i;
            continue;
        }
        box.lines += linesOf(m_fonts.breakText(paragraph, width, line.first().line.pt), 0).lines;
        i = to;
    }
    return box;
}

/// The size at which no word of letters is torn, not above `pt`.
double BoxSetter::wholeWords(const QString &text, double width, double pt) const
{
    constexpr double least = 5.4;
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]+"));
    double widest = 0;
    for (auto found = latin.globalMatch(text); found.hasNext();) {
        widest = std::max(widest, m_fonts.widthOf(found.next().captured(), pt));
    }
    return widest <= width ? pt : std::max(std::min(least, pt), pt * width / widest * 0.99);
}

BoxText BoxSetter::label(const QString &text, double width) const
{
    const double natural = m_fonts.widthOf(text, m_pt);
    const double close =
        natural <= width ? m_pt : std::max(m_pt * 0.8, m_pt * width / natural * 0.99);
    const double pt = wholeWords(text, width, close);
    return linesOf(m_fonts.breakText(text, width, pt), PrintFonts::pitch(pt));
}

BoxText BoxSetter::vertical(const QString &text) const
{
    QStringList characters;
    for (const uint character : text.toUcs4()) {
        const char32_t one = character;
        characters << QString::fromUcs4(&one, 1);
    }
    BoxText box = linesOf(m_fonts.breakText(characters.join(QLatin1Char('\n')), 50, m_pt), m_pitch);
    box.pitch *= 1.15;
    return box;
}

/// A date is broken behind its year and before its time, never within; where a little is missing it
/// is set smaller.
BoxText BoxSetter::moment(QString words, double width) const
{
    const auto wide = [&] { return m_fonts.widthOf(words, m_pt) / width; };
    if (m_words.language() == Language::Chinese && wide() > 1) {
        words.replace(QStringLiteral("日 "), QStringLiteral("日\n"));
    }
    constexpr double most = 1.14; ///< of the width that smaller type makes up for
    if (m_words.language() == Language::Chinese && wide() > most) {
        words.replace(QStringLiteral("年"), QStringLiteral("年\n"));
    }
    const double pt = wide() > 1 ? std::max(7.0, m_pt / wide() * 0.99) : m_pt;
    return linesOf(m_fonts.breakText(words, width, pt), m_pitch);
}

/// Choices in columns of equal width where they need more than one line, so that the boxes stand
/// under each other.
BoxText BoxSetter::ticked(const QString &label, const QStringList &ticks, double width) const
{
    BoxText box;
    box.pitch = m_pitch * 1.06;
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
    box.ticks = box.lines.size();
    return box;
}

/// Words left, the date, if any, at the right end: room between them for a hand.
BoxText BoxSetter::dated(const QString &words, const QString &date, double width) const
{
    BoxText box = plain(words, width);
    if (date.isEmpty()) {
        return box;
    }
    const auto line = m_fonts.breakText(date, width, m_pt);
    const double x = width - line.first().width;
    if (box.lines.size() == 1 && box.width() + kGap <= x) {
        box.lines.last().append({x, line.first()});
    } else {
        box.lines.append(BoxLine{{std::max(0.0, x), line.first()}});
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
    const bool labelled = !cell.bare && (def == nullptr || def->type != FieldType::Bool ||
                                         !cell.tick || !cell.options.isEmpty());
    const QString label = labelled ? m_words.labelWithColon(m_words.label(cell)) : QString();
    if (cell.tick) {
        return ticked(label, m_words.ticks(cell, value), width);
    }
    if (def != nullptr && def->type == FieldType::Sign && cell.show != QLatin1String("name")) {
        const auto sign = m_words.signature(value);
        return dated(label + signedName(sign, def, isMasked(cell, fields)), sign.date, width);
    }
    QString words = m_words.value(cell, value, isMasked(cell, fields));
    const bool isMoment =
        def != nullptr && (def->type == FieldType::Date || def->type == FieldType::DateTime);
    if (isMoment && !value.isUndefined()) {
        return moment(label + words, width);
    }
    if (isMoment && m_fonts.widthOf(label + words, m_pt) > width) {
        // The room for a hand shrinks in a narrow cell, before its 年 月 日 would break.
        words.remove(QChar(0x00A0));
        words.replace(QStringLiteral("　　　"), QStringLiteral("　\u00A0"));
    }
    if (def != nullptr && def->type == FieldType::Enum && label.isEmpty() &&
        m_fonts.widthOf(words, m_pt) > width) {
        if (m_words.language() == Language::English) {
            const double pt = wholeWords(words, width, m_pt);
            return linesOf(m_fonts.breakText(words, width, pt), PrintFonts::pitch(pt));
        }
        if (words.size() > 3 && words.size() < 9) {
            words.insert((words.size() + 1) / 2, QLatin1Char('\n')); // 非常 over 满意, not 意 alone
        }
    }
    if (def != nullptr && label.isEmpty() && m_fonts.widthOf(words, m_pt) > width) {
        // A number is never broken: it is set smaller.
        if (def->type == FieldType::Phone) {
            words.replace(QStringLiteral("、"), QStringLiteral("、\n"));
        }
        const double fitted = m_pt * width / m_fonts.widthOf(words, m_pt) * 0.99;
        const bool number = def->type == FieldType::Phone || def->type == FieldType::Int ||
                            def->type == FieldType::Decimal ||
                            (def->type == FieldType::Money && cell.show.isEmpty());
        if (number || (fitted >= 7 && isCode(words))) {
            return linesOf(m_fonts.breakText(words, width, std::clamp(fitted, 5.0, m_pt)), m_pitch);
        }
    }
    return plain(label + words, width);
}

BoxText BoxSetter::content(const SheetCell &cell, const QJsonObject &fields, double width) const
{
    BoxText box;
    box.pitch = m_pitch;
    if (cell.kind == CellKind::Field) {
        SheetCell bare = cell;
        bare.bare = true;
        const FieldDef *def = m_catalogue.field(cell.field);
        // A date beside a name needs a wide cell.
        if (def != nullptr && def->type == FieldType::Sign && width < 45 &&
            cell.show != QLatin1String("name")) {
            const auto sign = m_words.signature(fields.value(cell.field));
            const bool dated = fields.value(cell.field).toObject().contains(QStringLiteral("at"));
            BoxText name = plain(sign.name, width);
            if (dated) {
                name.lines += moment(sign.date, width).lines;
            }
            return name;
        }
        return part(bare, fields, width);
    }
    if (!cell.prose.isEmpty()) {
        return prose(cell, fields, width);
    }
    for (qsizetype from = 0; from < cell.parts.size();) {
        qsizetype to = from + 1;
        double shares = cell.parts.at(from).columnSpan;
        while (to < cell.parts.size() && !cell.parts.at(to).newLine) {
            shares += cell.parts.at(to++).columnSpan;
        }
        QVector<BoxLine> lines;
        qsizetype ticks = 0;
        if (to - from == 1) {
            const BoxText only = part(cell.parts.at(from), fields, width);
            lines = only.lines;
            ticks = only.ticks;
            // An empty story with more below it keeps a line more for a hand.
            const FieldDef *def = m_catalogue.field(cell.parts.at(from).field);
            if (to < cell.parts.size() && def != nullptr && def->type == FieldType::Memo &&
                fields.value(def->id).isUndefined()) {
                lines.resize(lines.size() + 1);
            }
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
                ticks = std::max(ticks, one.ticks);
                x += places.at(i - from);
            }
        }
        box.ticks = ticks > 0 ? box.lines.size() + ticks : box.ticks;
        box.lines += lines;
        from = to;
    }
    return box;
}

/// A paragraph with its blanks filled. Of paragraphs that begin with a box to tick, only the ticked
/// one tells its values; the others keep room for a hand.
QString
BoxSetter::paragraph(const QString &text, const SheetCell &cell, const QJsonObject &fields) const
{
    const QString hand = m_words.language() == Language::Chinese ? QStringLiteral("＿").repeated(8)
                                                                 : QString(20, QLatin1Char('_'));
    const auto blanks = proseBlanks(text);
    const auto boxOf = [&](const ProseBlank &blank) {
        return FieldWords::box(fields.value(blank.field), blank.choice);
    };
    const bool led = !blanks.isEmpty() && !blanks.first().choice.isEmpty();
    const bool told = !led || boxOf(blanks.first()) == QStringLiteral("☑");
    QString words = text;
    for (auto blank = blanks.crbegin(); blank != blanks.crend(); ++blank) {
        QString value;
        if (isProseWord(blank->field)) {
            value = m_blanks.value(blank->field);
        } else if (!blank->choice.isEmpty()) {
            value = boxOf(*blank);
        } else {
            SheetCell one;
            one.field = blank->field;
            one.show = blank->show;
            value = m_words.value(one,
                                  told ? fields.value(blank->field) : QJsonValue::Undefined,
                                  isMasked(cell, fields));
            const FieldDef *def = m_catalogue.field(blank->field);
            const bool ends = blank->begin + blank->length == text.size();
            if (value.isEmpty()) {
                value = told && ends && def != nullptr && def->type == FieldType::Memo
                            ? QStringLiteral("\n")
                            : hand;
            }
        }
        words.replace(blank->begin, blank->length, value);
    }
    return words;
}

BoxText BoxSetter::prose(const SheetCell &cell, const QJsonObject &fields, double width) const
{
    BoxText box;
    box.pitch = std::max(m_pitch, kProsePitch);
    for (const QString &text :
         m_words.language() == Language::Chinese ? cell.prose : cell.proseEn) {
        const QString words = paragraph(text, cell, fields);
        box.lines += plain(words.isEmpty() ? QStringLiteral(" ") : words, width).lines;
    }
    return box;
}

BoxText BoxSetter::signature(const SheetCell &cell, const QJsonObject &fields, double width) const
{
    const bool chinese = m_words.language() == Language::Chinese;
    const QString label = m_words.labelWithColon(chinese ? cell.signZh : cell.signEn);
    const auto sign = m_words.signature(fields.value(cell.sign));
    const FieldDef *def = m_catalogue.field(cell.sign);
    const BoxText name = plain(label + signedName(sign, def, isMasked(cell, fields)), width);
    if (sign.date.isEmpty()) {
        return name;
    }
    const auto date = m_fonts.breakText(sign.date, width, m_pt);
    const double dateX = width - date.first().width;
    const double hand = 26; // mm for a name written by hand
    const double need = std::max(name.width() + kGap, m_fonts.widthOf(label, m_pt) + hand);
    BoxText box;
    box.pitch = m_pitch;
    if (name.lines.size() == 1 && need <= dateX) {
        box.lines.append(
            BoxLine{{dateX - need, name.lines.first().first().line}, {dateX, date.first()}});
    } else {
        box.lines = name.lines;
        box.lines.append(BoxLine{{std::max(0.0, dateX), date.first()}});
    }
    return box;
}

} // namespace huiyin
