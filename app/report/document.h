// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

enum class CellAlign { Left, Centre, Right };

struct TableColumn
{
    QString head;      ///< heading; lines are broken where the words allow, or at \n
    double weight = 1; ///< share of the text width
    CellAlign align = CellAlign::Centre;
};

/// A heading above the column heads that joins several of them.
struct HeadCell
{
    QString text;
    int columnSpan = 1;
};

struct TableCell
{
    QString text;
    int columnSpan = 1;
    bool bold = false;
    std::optional<CaseFilter> drill =
        std::nullopt; ///< the cases behind the number: what a click shows
    std::optional<double> number =
        std::nullopt; ///< the text as a number, for spreadsheets; nothing for words and `—`
    std::optional<Day> day = std::nullopt; ///< the text as a date, for spreadsheets
    qint64 takenOff = 0; ///< cases of earlier periods by which the number is less than its list
};

struct TableRow
{
    QVector<TableCell> cells; ///< their spans add up to the number of columns
    bool total = false;       ///< 合计, set bold with a rule above
};

/// One row of marks of a chart.
struct ChartSeries
{
    enum class Shape { Bars, Line };
    QString name;
    Shape shape = Shape::Bars;
    bool share = false; ///< fractions on the right-hand scale 0–100 %, else counts on the left
    QVector<std::optional<double>> values; ///< one per label; nothing leaves a gap
};

/// A chart of numbers that stand in the table beside it. ui/paper paints it.
struct Chart
{
    QString title;
    QStringList labels; ///< along the lower edge
    QVector<ChartSeries> series;

    [[nodiscard]] bool isEmpty() const { return labels.isEmpty() || series.isEmpty(); }
};

/// A table as the paper prints it: 4.3 of the forms catalogue. Pure value; ui/paper paints it, the
/// writers turn it into HTML, CSV and XLSX. All words are in the language it was made for.
struct TableDocument
{
    QString id;           ///< `S-01`
    QString title;        ///< 投诉受理办结总表
    QString organisation; ///< above the title, and after 单位： left
    QString period;       ///< 报表期：2026年3月, centre
    QString unit;         ///< 单位：件, right
    QVector<TableColumn> columns;
    QVector<HeadCell> groups; ///< one row above the heads; empty or spans adding up to the columns
    QVector<TableRow> rows;   ///< totals last
    QString check;            ///< 核对：6 + 128 − 124 = 10, empty if the table has none
    bool checkHolds = true;
    QStringList signOff; ///< 填报人: 审核人: … spread over one line under the table
    QStringList notes;   ///< counting basis, time of printing; small print below
    bool landscape = false;
    Chart chart = {}; ///< printed below the table; empty for most
};

} // namespace huiyin
