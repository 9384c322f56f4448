// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Inside of the reading of sheets, shared by its files; not for other rooms.

#include <rules/sheet.h>
#include <rules/toml.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// Reads one sheet description, collecting every fault with its place.
class SheetReader
{
public:
    SheetReader(const FieldCatalogue &catalogue, QString file)
        : m_catalogue(catalogue)
        , m_file(std::move(file))
    {
    }

    SheetReading read(const QByteArray &toml);

private:
    void fault(const QString &code, int line, int column, Args args);

    void fault(const QString &code, const TomlValue &at, Args args)
    {
        fault(code, at.line, at.column, std::move(args));
    }

    void readHead(const TomlValue &table);
    void readRow(const TomlValue &table, int row);
    SheetCell readCell(const TomlValue &table, bool isPart);
    void checkCell(const SheetCell &cell, const TomlValue &table, bool isPart);
    void checkField(const TomlValue *id);
    void place(SheetCell &cell, const TomlValue &table, int row, int &column);
    void checkWhole(const TomlValue &root);

    const FieldCatalogue &m_catalogue;
    QString m_file;
    Sheet m_sheet;
    Findings m_findings;
    QVector<QVector<int>> m_taken; ///< per row and column: line of the cell that holds it, 0 = free
    QVector<int> m_rowLines;
};

} // namespace huiyin
