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

    /// 受理 of a period, the one reported if none is given. Where cases received earlier are taken
    /// off, the list has those of the period and a note tells the others.
    [[nodiscard]] TableCell accepted(const Figures &f,
                                     const std::optional<QString> &key,
                                     const std::optional<Period> &period = std::nullopt);

    /// The list of one case: its number leads to it.
    [[nodiscard]] static TableCell caseNumber(const QString &caseNo);

    /// How many of these cases there are.
    [[nodiscard]] static TableCell listed(const QStringList &numbers);

    [[nodiscard]] TableCell
    closedIn(qint64 number, const Period &period, const std::optional<QString> &key) const;

    [[nodiscard]] TableCell
    closedAs(qint64 number, Stage stage, const std::optional<QString> &key) const;

    [[nodiscard]] TableCell
    founded(qint64 number, const QStringList &values, const std::optional<QString> &key) const;

    [[nodiscard]] static TableCell rate(std::optional<double> value);

    [[nodiscard]] static TableCell percent(std::optional<double> value);

    [[nodiscard]] static TableCell money(qint64 fen);

    /// A change in percent against `before`, and one of shares in points.
    [[nodiscard]] static TableCell change(qint64 now, qint64 before);
    [[nodiscard]] static TableCell points(std::optional<double> now, std::optional<double> before);

    /// Working days with one decimal: office minutes by the minutes of an office day.
    [[nodiscard]] TableCell averageDays(const Figures &f) const;

    /// Tells what in these figures corrects months closed before: in total, in the groups of the
    /// table, and by which cases.
    void noteCorrections(TableDocument &table) const;

    /// Names the cases received earlier that accepted numbers take off.
    void noteTakenOff(TableDocument &table) const;

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
    bool m_takenOff = false; ///< some accepted number is less than its list
};

/// Adds a row of these cells; a total is set bold.
void addRow(TableDocument &table, const TableCell &label, QVector<TableCell> cells, bool total);

/// Lays `line` over groups in the order of their keys, and the total.
template <typename Line>
void addRows(TableComposer &composer,
             TableDocument &table,
             const QStringList &keys,
             const FigureTable &groups,
             const Line &line)
{
    for (const QString &key : keys) {
        addRow(table, composer.label(key), line(groups.value(key), std::optional(key)), false);
    }
    addRow(table,
           composer.totalLabel(),
           line(composer.statistics().total, std::optional<QString>()),
           true);
}

/// The same over all groups. \param wholeList  those of the code list without a case too
template <typename Line>
void addRows(TableComposer &composer,
             TableDocument &table,
             const FigureTable &groups,
             bool wholeList,
             const Line &line)
{
    addRows(composer, table, composer.keys(groups, wholeList), groups, line);
}

/// A chart of shares, one bar for each group that has one.
struct ShareSeries
{
    QString name;
    std::optional<double> (*share)(const Figures &);
};

void chartShares(TableComposer &composer,
                 TableDocument &table,
                 const QString &title,
                 const FigureTable &groups,
                 const QVector<ShareSeries> &series);

} // namespace huiyin
