// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/regulationwords.h>

#include <QString>
#include <QStringList>
#include <QVector>

class QTableWidget;
class QWidget;

namespace huiyin {

/// A table of words: rows are read, never edited.
struct RegulationTable
{
    struct Row
    {
        QStringList cells;
        QString hint;      ///< the clause's own words, as tooltip and description
        bool open = false; ///< the pack decided something the regulation leaves open
    };

    QStringList heads;
    int stretched = 0; ///< column that takes what is left
    QVector<Row> rows;
};

[[nodiscard]] RegulationTable clockTable(const Regulation &pack, const RegulationWords &words);
[[nodiscard]] RegulationTable stepTable(const Regulation &pack, const RegulationWords &words);
/// Every clause of the pack and how it is met.
[[nodiscard]] RegulationTable clauseTable(const Regulation &pack, const RegulationWords &words);
/// Penalties, compensation, parameters, retention, duties and counters.
[[nodiscard]] RegulationTable otherTable(const Regulation &pack, const RegulationWords &words);

/// A table widget in the style of the window. \param name  for screen readers
[[nodiscard]] QTableWidget *plainTable(const QString &name, QWidget *parent);
void fillTable(QTableWidget *widget, const RegulationTable &table);

} // namespace huiyin
