// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetkeys.h>
#include <rules/sheetreader.h>

#include <algorithm>

namespace huiyin {

using namespace sheettoml;

/// A variant is its base with another title and some fields worded or required otherwise.
void SheetReader::readVariant(const TomlValue &root, const TomlValue &head)
{
    sheetkeys::check(head, sheetkeys::variant(), QStringLiteral("[sheet]"), m_file, m_findings);
    const QString base = text(head, u"base");
    const auto known = m_bases.constFind(base);
    if (known == m_bases.cend()) {
        fault(QStringLiteral("sheet.base.unknown"),
              *head.find(u"base"),
              {{QStringLiteral("base"), base},
               {QStringLiteral("known"), QStringList(m_bases.keys()).join(QLatin1Char(' '))}});
        return;
    }
    if (const TomlValue *rows = root.find(u"row")) {
        fault(QStringLiteral("sheet.base.rows"), *rows, {{QStringLiteral("base"), base}});
    }
    m_sheet = *known;
    m_sheet.base = base;
    m_sheet.id = text(head, u"id");
    m_sheet.version = whole(head, u"version", 1);
    m_sheet.zh = text(head, u"zh");
    m_sheet.en = text(head, u"en");
    m_sheet.rules = words(head, u"rule");
    for (const TomlValue *table : tables(root, u"change")) {
        change(*table);
    }
    checkId(head);
}

void SheetReader::change(const TomlValue &table)
{
    sheetkeys::check(table, sheetkeys::change(), QStringLiteral("[[change]]"), m_file, m_findings);
    const QString field = text(table, u"field");
    bool found = false;
    const auto apply = [&](SheetCell &cell) {
        if (cell.field != field) {
            return;
        }
        found = true;
        // Where a label cell stands beside it, the value's own words are not printed.
        cell.zh = table.find(u"zh") != nullptr ? text(table, u"zh") : cell.zh;
        cell.en = table.find(u"en") != nullptr ? text(table, u"en") : cell.en;
        if (cell.kind == CellKind::Field) {
            cell.required =
                table.find(u"required") != nullptr ? flag(table, u"required") : cell.required;
            if (table.find(u"options") != nullptr) {
                cell.options = words(table, u"options");
                cell.optionsZh = words(table, u"optionsZh");
                cell.optionsEn = words(table, u"optionsEn");
            }
            checkOptions(cell, table);
        }
    };
    for (SheetCell &cell : m_sheet.cells) {
        apply(cell);
        std::for_each(cell.parts.begin(), cell.parts.end(), apply);
    }
    if (!found && !field.isEmpty()) {
        fault(QStringLiteral("sheet.change.field"),
              *table.find(u"field"),
              {{QStringLiteral("id"), field}, {QStringLiteral("base"), m_sheet.base}});
    }
}

SheetsReading readSheets(const QVector<SheetFile> &files, const FieldCatalogue &catalogue)
{
    SheetsReading all;
    // A variant waits for its base; what still waits when nothing more can be read names a fault.
    QVector<SheetFile> waiting = files;
    for (bool again = true; again;) {
        again = false;
        QVector<SheetFile> left;
        for (const SheetFile &file : std::as_const(waiting)) {
            const SheetReading reading = readSheet(file.toml, file.name, catalogue, all.sheets);
            const bool early = std::any_of(
                reading.findings.cbegin(), reading.findings.cend(), [](const Finding &finding) {
                    return finding.code == QLatin1String("sheet.base.unknown");
                });
            if (early) {
                left.append(file);
                continue;
            }
            again = true;
            all.findings += reading.findings;
            if (reading.sheet) {
                all.sheets.insert(reading.sheet->id, *reading.sheet);
            }
        }
        waiting = left;
        again = again && !waiting.isEmpty();
    }
    for (const SheetFile &file : std::as_const(waiting)) {
        all.findings += readSheet(file.toml, file.name, catalogue, all.sheets).findings;
    }
    return all;
}

} // namespace huiyin
