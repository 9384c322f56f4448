// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <report/statistics.h>
#include <report/tables.h>

#include <QString>
#include <QStringList>

#include <optional>

// Inside of the report room, shared by its tables; not for other rooms.

namespace huiyin {

/// Composes one table: knows the period, the words and how a group narrows a filter.
class TableComposer
{
public:
    TableComposer(const Statistics &statistics, const TableWords &words)
        : m_statistics(statistics)
        , m_words(words)
    {
    }

    [[nodiscard]] QString say(const QString &zh, const QString &en) const;

    TableDocument
    begin(const QString &id, Dimension dimension, const QVector<TableColumn> &columns);

    /// Adds check line, counting basis, sign-off and time of printing.
    void finish(TableDocument &table) const;

    /// Adds sign-off and time of printing alone: for tables that are no sums of S-01.
    void sign(TableDocument &table) const;

    /// A column of numbers.
    [[nodiscard]] TableColumn head(const QString &zh, const QString &en, double weight = 1) const;

    /// The groups and what of the total stands in none of them, under the empty key.
    [[nodiscard]] FigureTable withUnnamed(const FigureTable &groups) const;

    /// The keys of a dimension's rows: code lists in their order, free names by cases received,
    /// "not given" last.
    [[nodiscard]] QStringList keys(const FigureTable &table, bool wholeList) const;

    [[nodiscard]] TableCell label(const QString &key) const;

    [[nodiscard]] TableCell totalLabel() const;

    /// A number with the cases behind it. \param key the group, nothing for the total
    [[nodiscard]] TableCell
    count(qint64 number, CaseFilter filter, const std::optional<QString> &key) const;

    [[nodiscard]] static TableCell plain(qint64 number);

    /// A difference of two counts has no list of its own unless what is taken off is nothing.
    [[nodiscard]] TableCell accepted(const Figures &f, const std::optional<QString> &key) const;

    [[nodiscard]] TableCell
    closedAs(qint64 number, Stage stage, const std::optional<QString> &key) const;

    [[nodiscard]] TableCell
    founded(qint64 number, const QStringList &values, const std::optional<QString> &key) const;

    [[nodiscard]] static TableCell rate(std::optional<double> value);

    [[nodiscard]] static TableCell percent(std::optional<double> value);

    [[nodiscard]] static TableCell money(qint64 fen);

    /// Working days with one decimal: office minutes by the minutes of an office day.
    [[nodiscard]] TableCell averageDays(const Figures &f) const;

    /// Tells what has changed on the lists of closed months since they were closed.
    void noteLate(TableDocument &table, const QString &list) const;

    /// The words of a choice of a field; the value itself where it is none.
    [[nodiscard]] QString choice(QStringView field, const QString &id) const;

    [[nodiscard]] const TableWords &words() const { return m_words; }

    [[nodiscard]] const Statistics &statistics() const { return m_statistics; }

private:
    [[nodiscard]] const CodeList *codeList() const;

    const Statistics &m_statistics;
    const TableWords &m_words;
    Dimension m_dimension = Dimension::Total;
};

/// Adds a row of these cells; a total is set bold.
void addRow(TableDocument &table, const TableCell &label, QVector<TableCell> cells, bool total);

/// Lays `line` over every group and the total.
template <typename Line>
void addRows(TableComposer &composer,
             TableDocument &table,
             const FigureTable &groups,
             bool wholeList,
             const Line &line)
{
    for (const QString &key : composer.keys(groups, wholeList)) {
        addRow(table, composer.label(key), line(groups.value(key), std::optional(key)), false);
    }
    addRow(table,
           composer.totalLabel(),
           line(composer.statistics().total, std::optional<QString>()),
           true);
}

} // namespace huiyin
