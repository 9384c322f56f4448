// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Inside of the reading of sheets, shared by its files; not for other rooms.

#include <rules/sheet.h>
#include <rules/toml.h>

#include <QString>
#include <QVector>

namespace huiyin {

namespace sheettoml {

// What a table says under a key, or the neutral value.
[[nodiscard]] QString text(const TomlValue &table, QStringView key);
[[nodiscard]] bool flag(const TomlValue &table, QStringView key);
[[nodiscard]] double number(const TomlValue &table, QStringView key, double otherwise);
[[nodiscard]] int whole(const TomlValue &table, QStringView key, int otherwise);
[[nodiscard]] QStringList words(const TomlValue &table, QStringView key);
[[nodiscard]] QMap<QString, QString> pairs(const TomlValue &table, QStringView key);
[[nodiscard]] QVector<const TomlValue *> tables(const TomlValue &table, QStringView key);

} // namespace sheettoml

/// Reads one sheet description, collecting every fault with its place.
class SheetReader
{
public:
    SheetReader(const FieldCatalogue &catalogue, QString file, const QMap<QString, Sheet> &bases)
        : m_catalogue(catalogue)
        , m_file(std::move(file))
        , m_bases(bases)
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
    void readRows(const TomlValue &root);
    void readVariant(const TomlValue &root, const TomlValue &head);
    void change(const TomlValue &table);
    void readRow(const TomlValue &table, int row);
    SheetCell readCell(const TomlValue &table, bool isPart);
    void checkCell(const SheetCell &cell, const TomlValue &table, bool isPart);
    void checkOptions(const SheetCell &cell, const TomlValue &table);
    void checkShow(const QString &show, const FieldDef &field, const TomlValue &at);
    void checkProse(const SheetCell &cell, const TomlValue &table);
    void checkField(const TomlValue *id);
    void checkId(const TomlValue &head);
    void checkStops(const TomlValue &head);
    void checkLabels();
    void checkPages(const TomlValue &head);
    void checkRepeats();
    void checkSigners(const TomlValue &head);
    void checkPeriod(const TomlValue &head);
    void place(SheetCell &cell, const TomlValue &table, int row, int &column);
    void checkWhole(const TomlValue &root);

    const FieldCatalogue &m_catalogue;
    QString m_file;
    const QMap<QString, Sheet> &m_bases;
    Sheet m_sheet;
    Findings m_findings;
    QVector<QVector<int>> m_taken; ///< per row and column: line of the cell that holds it, 0 = free
    QVector<int> m_rowLines;
};

} // namespace huiyin
