// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/inlinemessage.h>
#include <forms/paperplan.h>
#include <forms/theme.h>

#include <QFontMetrics>
#include <QStringList>

#include <algorithm>

namespace huiyin {

namespace {

/// Sizes that follow from the font.
struct Measure
{
    QFontMetrics metrics;
    int unit;
    int row;   ///< height of a one-line row
    int inset; ///< between the hairline and the editor: room for the focus ring

    explicit Measure(const QFont &font)
        : metrics(font)
        , unit(spacingUnit(font))
        , row(metrics.height() + 3 * spacingUnit(font))
        , inset(3)
    {
    }

    [[nodiscard]] int innerWidth(const PaperUnit &unit_) const
    {
        return unit_.inner.isEmpty()
                   ? 0
                   : metrics.horizontalAdvance(unit_.inner + QStringLiteral("：") +
                                               (unit_.required ? QStringLiteral("*") : QString())) +
                         unit;
    }

    [[nodiscard]] int editorHeight(const PaperUnit &unit_, int width) const
    {
        const int least = metrics.height() + unit;
        return unit_.cell ? std::max(least, unit_.cell->heightFor(std::max(1, width))) : least;
    }

    [[nodiscard]] int messageHeight(const PaperUnit &unit_, int width) const
    {
        return unit_.spoken && unit_.message ? unit_.message->heightFor(width) + 2 : 0;
    }

    [[nodiscard]] int unitHeight(const PaperUnit &unit_, int width) const
    {
        const int room = width - innerWidth(unit_) - 2 * inset;
        return editorHeight(unit_, room) + messageHeight(unit_, width - 2 * inset) + 2 * inset;
    }

    [[nodiscard]] int labelHeight(const PaperBox &box, int width, bool required) const
    {
        if (box.vertical) {
            return (liesOnItsSide(box.text) ? metrics.horizontalAdvance(box.text)
                                            : int(box.text.size()) * metrics.height()) +
                   2 * unit;
        }
        const int room = std::max(1, width - unit - (required ? 2 * starRoom(metrics) : 0));
        const QRect used = metrics.boundingRect(
            QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::AlignHCenter | Qt::TextWordWrap, box.text);
        return used.height() + 2 * unit;
    }
};

QVector<int> shares(const QVector<int> &line, const std::vector<PaperUnit> &units, int width)
{
    int sum = 0;
    for (const int u : line) {
        sum += std::max(1, units[size_t(u)].share);
    }
    QVector<int> widths;
    int left = width;
    for (int i = 0; i < line.size(); ++i) {
        const int w =
            i + 1 == line.size() ? left : width * std::max(1, units[size_t(line[i])].share) / sum;
        widths.append(w);
        left -= w;
    }
    return widths;
}

int unitFor(const std::vector<PaperUnit> &units, const QString &field)
{
    for (size_t i = 0; i < units.size(); ++i) {
        if (units[i].field == field) {
            return int(i);
        }
    }
    return -1;
}

int boxHeight(const PaperBox &box,
              const std::vector<PaperUnit> &units,
              int width,
              const Measure &measure)
{
    if (box.lines.isEmpty()) {
        const int unit = unitFor(units, box.labels);
        return measure.labelHeight(box, width, unit >= 0 && units[size_t(unit)].required);
    }
    int height = 0;
    for (const QVector<int> &line : box.lines) {
        const QVector<int> widths = shares(line, units, width);
        int tallest = 0;
        for (int i = 0; i < line.size(); ++i) {
            tallest = std::max(tallest, measure.unitHeight(units[size_t(line[i])], widths[i]));
        }
        height += tallest;
    }
    return height;
}

void placeUnit(
    PaperPlan &plan, const PaperUnit &unit, int index, const QRect &room, const Measure &measure)
{
    const int message = measure.messageHeight(unit, room.width() - 2 * measure.inset);
    const int inner = measure.innerWidth(unit);
    QRect editor = room.adjusted(
        measure.inset + inner, measure.inset, -measure.inset, -measure.inset - message);
    if (inner > 0) {
        const int first = std::min(editor.height(), measure.metrics.height() + 2 * measure.unit);
        plan.inners.append({QRect(room.left() + measure.inset + measure.unit / 2,
                                  editor.top(),
                                  inner,
                                  unit.wide ? first : editor.height()),
                            unit.inner + QStringLiteral("："),
                            unit.required});
    }
    plan.editors[index] = editor;
    if (message > 0) {
        plan.messages[index] = QRect(room.left() + measure.inset,
                                     editor.bottom() + 3,
                                     room.width() - 2 * measure.inset,
                                     message - 2);
    }
}

void placeLines(PaperPlan &plan,
                const PaperBox &box,
                const std::vector<PaperUnit> &units,
                const QRect &rect,
                const Measure &measure)
{
    QVector<int> heights;
    int sum = 0;
    int growing = -1;
    for (int l = 0; l < box.lines.size(); ++l) {
        const QVector<int> widths = shares(box.lines[l], units, rect.width());
        int tallest = 0;
        for (int i = 0; i < box.lines[l].size(); ++i) {
            const PaperUnit &unit = units[size_t(box.lines[l][i])];
            tallest = std::max(tallest, measure.unitHeight(unit, widths[i]));
            growing = unit.grow ? l : growing;
        }
        heights.append(tallest);
        sum += tallest;
    }
    if (!heights.isEmpty()) {
        heights[growing >= 0 ? growing : heights.size() - 1] += rect.height() - sum;
    }
    int y = rect.top();
    for (int l = 0; l < box.lines.size(); ++l) {
        const QVector<int> widths = shares(box.lines[l], units, rect.width());
        const bool signs = box.lines.size() > 1 && units[size_t(box.lines[l].first())].signs;
        int x = rect.left() + (signs ? rect.width() / 2 : 0);
        for (int i = 0; i < box.lines[l].size(); ++i) {
            const int index = box.lines[l][i];
            placeUnit(plan,
                      units[size_t(index)],
                      index,
                      QRect(x, y, signs ? rect.right() - x + 1 : widths[i], heights[l]),
                      measure);
            x += widths[i];
        }
        y += heights[l];
    }
}

} // namespace

PaperPlan planPaper(const PaperLayout &layout,
                    const std::vector<PaperUnit> &units,
                    int width,
                    int height,
                    const QFont &font)
{
    const Measure measure(font);
    PaperPlan plan;
    plan.editors.resize(int(units.size()));
    plan.messages.resize(int(units.size()));
    QVector<int> xs;
    for (int c = 0; c <= layout.columns; ++c) {
        xs.append(int(qint64(width - 1) * c / layout.columns));
    }
    const auto boxWidth = [&xs](const PaperBox &box) {
        return xs[box.column + box.columnSpan] - xs[box.column];
    };
    QVector<int> rows(layout.rows, measure.row);
    QVector<bool> grows(layout.rows, false);
    for (const PaperBox &box : layout.boxes) {
        if (box.rowSpan == 1) {
            rows[box.row] = std::max(rows[box.row], boxHeight(box, units, boxWidth(box), measure));
            grows[box.row] = grows[box.row] || box.grow;
        }
    }
    for (const PaperBox &box : layout.boxes) {
        int have = 0;
        for (int r = box.row; r < box.row + box.rowSpan; ++r) {
            have += rows[r];
        }
        if (box.rowSpan > 1) {
            rows[box.row + box.rowSpan - 1] +=
                std::max(0, boxHeight(box, units, boxWidth(box), measure) - have);
        }
    }
    int total = 1;
    for (const int r : rows) {
        total += r;
    }
    const int growing = int(std::count(grows.cbegin(), grows.cend(), true));
    if (height > total && growing > 0) {
        int extra = height - total;
        int left = growing;
        for (int r = 0; r < rows.size(); ++r) {
            if (grows[r]) {
                // The first growing box is the story of the complaint: it gets twice the room of
                // the others.
                const int part = left == 1 ? extra
                                           : extra * (left == growing ? 2 : 1) /
                                                 (left + (left == growing ? 1 : 0));
                rows[r] += part;
                extra -= part;
                --left;
            }
        }
        total = height;
    }
    QVector<int> ys{0};
    for (const int r : rows) {
        ys.append(ys.last() + r);
    }
    for (const PaperBox &box : layout.boxes) {
        const QRect rect(QPoint(xs[box.column], ys[box.row]),
                         QPoint(xs[box.column + box.columnSpan], ys[box.row + box.rowSpan]));
        plan.boxes.append(rect);
        if (box.lines.isEmpty()) {
            const int unit = unitFor(units, box.labels);
            plan.tints.append(
                {rect, box.text, box.vertical, unit >= 0 && units[size_t(unit)].required, unit});
        } else {
            placeLines(plan, box, units, rect.adjusted(1, 1, 0, 0), measure);
        }
    }
    plan.height = total;
    return plan;
}

PaperPlan
planPairs(const std::vector<PaperUnit> &units, int pairs, int width, int height, const QFont &font)
{
    const Measure measure(font);
    PaperPlan plan;
    plan.editors.resize(int(units.size()));
    plan.messages.resize(int(units.size()));
    int label = 0;
    for (const PaperUnit &unit : units) {
        label = std::max(label,
                         measure.metrics.horizontalAdvance(unit.label) +
                             (unit.required ? 2 * starRoom(measure.metrics) : 0));
    }
    const int pair = (width - 1) / pairs;
    label = std::min(label + 3 * measure.unit, std::max(hanWidth(font) * 5, pair * 2 / 5));

    struct Line
    {
        QVector<int> units;
        int height = 0;
        bool grow = false;
    };

    QVector<Line> lines;
    const auto bare = [&units](int index) {
        PaperUnit unit = units[size_t(index)];
        unit.inner.clear();
        return unit;
    };
    for (int i = 0; i < int(units.size()); ++i) {
        const bool fits = !units[size_t(i)].wide && !lines.isEmpty() &&
                          !units[size_t(lines.last().units.first())].wide &&
                          lines.last().units.size() < pairs;
        if (!fits) {
            lines.append(Line());
        }
        lines.last().units.append(i);
    }
    int total = 1;
    int growing = 0;
    for (Line &line : lines) {
        const int count = int(line.units.size());
        for (int i = 0; i < count; ++i) {
            const PaperUnit unit = bare(line.units[i]);
            const int span = i + 1 == count ? width - 1 - pair * i : pair;
            PaperBox words;
            words.text = unit.label;
            line.height = std::max({line.height,
                                    measure.row,
                                    measure.unitHeight(unit, span - label),
                                    measure.labelHeight(words, label, unit.required)});
            line.grow = line.grow || unit.grow;
        }
        total += line.height;
        growing += line.grow ? 1 : 0;
    }
    if (height > total && growing > 0) {
        for (Line &line : lines) {
            line.height += line.grow ? (height - total) / growing : 0;
        }
    }
    int y = 0;
    for (const Line &line : lines) {
        const int count = int(line.units.size());
        for (int i = 0; i < count; ++i) {
            const int index = line.units[i];
            const PaperUnit unit = bare(index);
            const int x = pair * i;
            const int right = i + 1 == count ? width - 1 : x + pair;
            const QRect tint(QPoint(x, y), QPoint(x + label, y + line.height));
            const QRect box(QPoint(x + label, y), QPoint(right, y + line.height));
            plan.boxes.append(tint);
            plan.boxes.append(box);
            plan.tints.append({tint, unit.label, false, unit.required, index});
            placeUnit(plan, unit, index, box.adjusted(1, 1, 0, 0), measure);
        }
        y += line.height;
    }
    plan.height = y + 1;
    return plan;
}

} // namespace huiyin
