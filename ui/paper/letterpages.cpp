// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/letterpages.h>
#include <paper/repeatrows.h>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

constexpr double kTitlePoints = 22;  // 二号
constexpr double kNumberPoints = 14; // 四号
constexpr qsizetype kRunning = 4;
/// Lines of a text that go overleaf with what closes the letter.
constexpr qsizetype kBeforeClose = 2;

/// One box of a row of the letter.
struct LetterCell
{
    double x = 0, width = 0;
    BoxText text;
    Across across = Across::Left;
};

/// One row of the letter, set.
struct LetterRow
{
    QVector<LetterCell> cells;
    qsizetype lines = 0; ///< with the room it asks for
    bool startsPage = false;

    /// Lines of a text that goes on overleaf; 0 where the row is kept whole.
    [[nodiscard]] qsizetype running() const
    {
        const bool alone = cells.size() == 1 && cells.first().text.lines.size() >= kRunning;
        return alone ? cells.first().text.lines.size() : 0;
    }
};

class Letter
{
public:
    explicit Letter(const SheetInput &input)
        : m_in(input)
        , m_pitch(letterPitch(input.sheet))
    {
        m_pages.append(InkPage{});
    }

    QVector<InkPage> run();

private:
    [[nodiscard]] double x(int column) const
    {
        return m_in.surround.left() + m_in.surround.width() * column / m_in.sheet.columns;
    }

    [[nodiscard]] double y() const { return m_in.sheet.marginTop + m_line * m_pitch; }

    [[nodiscard]] QVector<LetterCell> cellsOf(int row) const;
    void drawHead();
    [[nodiscard]] QVector<LetterRow> setRows() const;
    void drawRow(const LetterRow &row, qsizetype closing);
    void drawLine(const QVector<LetterCell> &cells, qsizetype line);
    void turn();

    const SheetInput &m_in;
    double m_pitch;
    QVector<InkPage> m_pages;
    int m_line = 0;
};

void Letter::turn()
{
    m_pages.append(InkPage{});
    m_line = 0;
}

void Letter::drawHead()
{
    const double middle = m_in.surround.left() + m_in.surround.width() / 2;
    const auto centred = [&](const QVector<InkLine> &lines) {
        for (const InkLine &line : lines) {
            inkLine(m_pages.last(), {line}, middle, y() + m_pitch / 2, Across::Centre);
            ++m_line;
        }
    };
    const double width = m_in.surround.width();
    if (!m_in.values.organisation.isEmpty()) {
        centred(m_in.fonts.fitText(m_in.values.organisation, width, m_in.sheet.size));
    }
    centred(m_in.fonts.breakText(m_in.surround.title(), width, kTitlePoints, Face::Title));
    for (const SheetCell &part : m_in.sheet.header) {
        QString words = m_in.surround.filled(m_in.words.label(part));
        double hand = 0;
        if (part.kind == CellKind::Field) {
            const QString value =
                m_in.words.value(part, m_in.values.fields.value(part.field), false);
            words = m_in.words.labelWithColon(words) + value;
            hand = value.isEmpty() ? 40 : 0;
        }
        inkLine(m_pages.last(),
                m_in.fonts.fitText(words, width, m_in.sheet.size),
                m_in.surround.left() + width - hand,
                y() + m_pitch / 2,
                Across::Right);
        ++m_line;
    }
    ++m_line;
}

QVector<LetterCell> Letter::cellsOf(int row) const
{
    QVector<LetterCell> cells;
    for (const SheetCell &cell : m_in.sheet.cells) {
        if (cell.row != row) {
            continue;
        }
        LetterCell out;
        out.x = x(cell.column);
        out.width = x(cell.column + cell.columnSpan) - out.x;
        out.across = cell.align == QLatin1String("right")    ? Across::Right
                     : cell.align == QLatin1String("centre") ? Across::Centre
                                                             : Across::Left;
        const QJsonObject fields = fieldsOf(cell, m_in.values.fields);
        out.text =
            cell.kind == CellKind::Label
                ? m_in.box.plain(m_in.words.labelWithColon(m_in.words.label(cell)), out.width)
            : cell.kind == CellKind::Text
                ? m_in.box.plain(m_in.surround.filled(m_in.words.label(cell)), out.width)
                : m_in.box.content(cell, fields, out.width);
        if (!cell.signZh.isEmpty()) {
            out.text.lines += m_in.box.signature(cell, fields, out.width).lines;
        }
        cells.append(out);
    }
    return cells;
}

void Letter::drawLine(const QVector<LetterCell> &cells, qsizetype line)
{
    if (m_line == kLetterLines) {
        turn();
    }
    for (const LetterCell &cell : cells) {
        inkBox(m_pages.last(),
               cell.text,
               QRectF(cell.x - kPadAcross, y() - kPadDown, cell.width + 2 * kPadAcross, m_pitch),
               cell.across,
               Down::Top,
               line,
               1);
    }
    ++m_line;
}

QVector<LetterRow> Letter::setRows() const
{
    QVector<LetterRow> rows;
    for (int row = 0; row < m_in.sheet.rows.size(); ++row) {
        const SheetRow &line = m_in.sheet.rows.at(row);
        LetterRow out{cellsOf(row), std::lround(line.height / m_pitch), line.breakBefore};
        for (LetterCell &cell : out.cells) {
            cell.text.pitch = m_pitch;
            out.lines = std::max(out.lines, cell.text.lines.size());
        }
        rows.append(out);
    }
    return rows;
}

void Letter::drawRow(const LetterRow &row, qsizetype closing)
{
    // Several boxes side by side stay together; running text goes on overleaf.
    const bool whole = row.cells.size() > 1 && row.lines <= kLetterLines;
    if (whole && m_line + row.lines > kLetterLines) {
        turn();
    }
    for (qsizetype line = 0; line < row.lines; ++line) {
        // Date, seal and signatures never stand on a page of their own: a letter could be put
        // before them.
        const qsizetype rest = kBeforeClose + closing;
        if (closing > 0 && line == row.running() - kBeforeClose && rest <= kLetterLines &&
            m_line + rest > kLetterLines) {
            turn();
        }
        const bool empty =
            std::all_of(row.cells.cbegin(), row.cells.cend(), [&](const LetterCell &cell) {
                return line >= cell.text.lines.size();
            });
        if (!empty || m_line < kLetterLines) {
            drawLine(row.cells, line);
        }
    }
}

QVector<InkPage> Letter::run()
{
    drawHead();
    const QVector<LetterRow> rows = setRows();
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        if (row->startsPage && m_line > 0) {
            turn();
        }
        qsizetype closing = 0;
        for (auto next = row + 1; row->running() > 0 && next != rows.cend(); ++next) {
            if (next->startsPage || next->running() > 0) {
                closing = next->startsPage ? closing : 0;
                break;
            }
            closing += next->lines;
        }
        drawRow(*row, closing);
    }
    return m_pages;
}

} // namespace

double letterPitch(const Sheet &sheet)
{
    return (sheet.paperSize().height() - sheet.marginTop - sheet.marginBottom) / kLetterLines;
}

QVector<InkPage> letterPages(const SheetInput &input) { return Letter(input).run(); }

void inkLetterNumber(
    InkPage &page, PrintFonts &fonts, double left, double width, double bottom, int number)
{
    const double em = kNumberPoints * 25.4 / 72;
    const auto words = fonts.fitText(QStringLiteral("— %1 —").arg(number), width, kNumberPoints);
    const bool odd = number % 2 == 1;
    inkLine(page,
            words,
            odd ? left + width - em : left + em,
            bottom + 7 + em / 2,
            odd ? Across::Right : Across::Left);
}

} // namespace huiyin
