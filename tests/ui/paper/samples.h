// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Sheets, values and measured pages shared by the tests of this room.

#include <paper/inkpage.h>
#include <paper/sheetpainter.h>
#include <rules/catalogue.h>
#include <rules/sheet.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>

namespace huiyin::paper {

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const FieldCatalogue &catalogue()
{
    static const CatalogueReading reading =
        readCatalogue(bytesOf(QStringLiteral(":/huiyin/fields.toml")),
                      bytesOf(QStringLiteral(":/huiyin/codes.toml")));
    return *reading.catalogue;
}

/// Every sheet found in the folder, by id.
inline const QMap<QString, Sheet> &sheets()
{
    static const SheetsReading reading = [] {
        QVector<SheetFile> files;
        const QDir folder(QStringLiteral(":/huiyin/sheets"));
        for (const QString &file : folder.entryList({QStringLiteral("*.toml")})) {
            files.append({file, bytesOf(folder.filePath(file))});
        }
        return readSheets(files, catalogue());
    }();
    return reading.sheets;
}

inline Sheet sheet(const QString &id) { return sheets().value(id); }

inline Instant at(const char *local) { return *Instant::parseLocal(QString::fromLatin1(local)); }

enum class Fill { Shortest, Typical, Longest };

/// Characters that try the fonts: beyond the basic plane, an extension, a dot within a name, two
/// scripts from right and left, a face, controls.
inline QString rareCharacters()
{
    return QStringLiteral("𠮷㛃·ئۇيغۇر བོད😀") + QChar(0x01) + QChar(0x07) + QChar(0x1B) +
           QChar(0x7F) + QChar(0x202E) + QChar(0xFFFE);
}

/// A value as usual, as short as can be or as long as the catalogue allows. \param turn makes each
/// its own
inline QJsonValue valueFor(const FieldDef &def, Fill fill, int turn)
{
    const CodeList *list = catalogue().choicesOf(def.id);
    const bool shortest = fill == Fill::Shortest;
    switch (def.type) {
    case FieldType::Text:
    case FieldType::Memo:
    case FieldType::Dept:
    case FieldType::Person:
    case FieldType::Ref: {
        static const QString story =
            QStringLiteral("客户于昨日收到两箱货物，外箱破损，箱内漏装三瓶；司机称出库时完好。"
                           "客户要求三日内换货并说明原因。");
        if (def.id == QLatin1String("complaintNo")) {
            return QStringLiteral("TS202405-0012");
        }
        if (def.id == QLatin1String("docNo")) {
            return QStringLiteral("TS202405-0012-ZB01");
        }
        const int most = def.max > 0 ? def.max : 60;
        const int length = shortest                      ? 1
                           : fill == Fill::Longest       ? most
                           : def.type == FieldType::Memo ? std::min(most, 48)
                                                         : std::min(most, 9);
        const QString mark = shortest ? QString() : QStringLiteral("（%1）").arg(turn);
        QString text = shortest ? QString(story.at(turn % 20)) : story;
        while (text.size() < length) {
            text += story;
        }
        return text.left(std::max<qsizetype>(1, length - mark.size())) + mark;
    }
    case FieldType::Phone:
        return fill == Fill::Longest
                   ? QStringLiteral("13800138000、0571-87654321-8001、400-820-8820")
                   : QStringLiteral("13800138000");
    case FieldType::Date:
        return QStringLiteral("2024-%1-%2")
            .arg(fill == Fill::Longest ? QStringLiteral("12") : QStringLiteral("05"))
            .arg(10 + turn % 18);
    case FieldType::DateTime:
        return at(fill == Fill::Longest ? "2024-12-26T14:05:00" : "2024-05-06T14:05:00")
            .addMs(turn * 3660000LL)
            .utcMs();
    case FieldType::Int:
        return fill == Fill::Longest ? 9999 : turn;
    case FieldType::Decimal:
        return fill == Fill::Longest ? QStringLiteral("123456.78") : QStringLiteral("12.5");
    case FieldType::Money:
        return fill == Fill::Longest ? 12345678999LL : shortest ? 0LL : 123450LL;
    case FieldType::Bool:
        return !shortest;
    case FieldType::Enum:
        return list == nullptr         ? QJsonValue()
               : fill == Fill::Longest ? list->choices.last().id
                                       : list->choices.first().id;
    case FieldType::Multi: {
        QJsonArray all;
        for (const Choice &choice : list->choices) {
            if (fill == Fill::Longest || all.size() < (shortest ? 1 : 2)) {
                all.append(choice.id);
            }
        }
        return all;
    }
    case FieldType::Sign:
        return QJsonObject{
            {QStringLiteral("name"),
             fill == Fill::Longest ? QStringLiteral("阿卜杜热合曼·艾合买提")
             : shortest            ? QStringLiteral("丁一")
                                   : QStringLiteral("欧阳文")},
            {QStringLiteral("at"),
             at(fill == Fill::Longest ? "2024-12-28T09:00:00" : "2024-05-08T09:00:00").utcMs()}};
    case FieldType::Attach: {
        QJsonArray files{QJsonObject{{QStringLiteral("name"), QStringLiteral("外箱.jpg")},
                                     {QStringLiteral("pages"), 1}}};
        for (int i = 0; !shortest && i < (fill == Fill::Longest ? 12 : 1); ++i) {
            files.append(
                QJsonObject{{QStringLiteral("name"), QStringLiteral("签收单%1.pdf").arg(i)},
                            {QStringLiteral("pages"), 4}});
        }
        return files;
    }
    case FieldType::Seal:
    case FieldType::List:
        break;
    }
    return {};
}

/// A value for every field a sheet shows, with entries for its repeated rows.
inline QJsonObject fieldsFor(const Sheet &sheet, Fill fill)
{
    QJsonObject fields;
    QMap<QString, QStringList> lists;
    int turn = 0;
    const auto put = [&](const QString &id) {
        const FieldDef *def = catalogue().field(id);
        if (def != nullptr && !fields.contains(id)) {
            const QJsonValue value = valueFor(*def, fill, ++turn);
            if (!value.isNull()) {
                fields.insert(id, value);
            }
        }
    };
    QStringList inLists;
    for (const SheetCell &cell : sheet.cells) {
        const QString list = sheet.rows.value(cell.row).repeat;
        if (list.isEmpty()) {
            continue;
        }
        QStringList shown{cell.kind == CellKind::Field ? cell.field : QString(), cell.sign};
        for (const SheetCell &part : cell.parts) {
            shown << part.field;
        }
        shown.removeAll(QString());
        lists[list] += shown;
        inLists += shown;
    }
    for (const QString &id : sheet.shownFields()) {
        if (!inLists.contains(id)) {
            put(id);
        }
    }
    put(QStringLiteral("archiveNo"));
    for (auto it = lists.cbegin(); it != lists.cend(); ++it) {
        QJsonArray entries;
        for (int i = 0; i < (fill == Fill::Shortest ? 1 : fill == Fill::Typical ? 2 : 9); ++i) {
            QJsonObject entry;
            for (const QString &id : it.value()) {
                entry.insert(id, valueFor(*catalogue().field(id), fill, ++turn));
            }
            entries.append(entry);
        }
        fields.insert(it.key(), entries);
    }
    fields.insert(QStringLiteral("confidential"), false);
    return fields;
}

inline SheetValues valuesFor(const Sheet &sheet, Fill fill, int rows = 23)
{
    SheetValues values;
    values.organisation = QStringLiteral("江南市烟草专卖局（公司）");
    values.caseNo = QStringLiteral("TS202405-0012");
    values.docNo = values.caseNo + QLatin1Char('-') + sheet.docCode + QStringLiteral("01");
    values.period = QStringLiteral("2024年5月");
    values.printedBy = QStringLiteral("王姐");
    values.printedAt = at("2024-05-31T17:00:00");
    values.fields = fieldsFor(sheet, fill);
    if (sheet.listRow >= 0) {
        for (int i = 0; i < rows; ++i) {
            QJsonObject row = values.fields;
            row.insert(QStringLiteral("seqNo"), i + 1);
            row.insert(QStringLiteral("complaintNo"),
                       QStringLiteral("TS202405-%1").arg(i + 1, 4, 10, QLatin1Char('0')));
            if (i % 4 == 3) {
                row.remove(QStringLiteral("closedAt"));
            }
            values.rows.append(row);
        }
    }
    return values;
}

inline SheetValues blankFor(const Sheet &sheet)
{
    SheetValues values = valuesFor(sheet, Fill::Typical);
    values.blank = true;
    return values;
}

inline QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120000);
    return process.readAllStandardOutput();
}

inline QString textOf(const QString &pdf)
{
    return QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
                                      {QStringLiteral("-layout"), pdf, QStringLiteral("-")}));
}

inline QString squeezed(QString text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return text.remove(space);
}

/// One page of a PDF as rendered by poppler, 300 dots per inch.
inline QImage rendered(const QString &pdf, int page, const QString &folder)
{
    const QString base = folder + QStringLiteral("/page");
    outputOf(QStringLiteral("pdftoppm"),
             {QStringLiteral("-r"),
              QStringLiteral("300"),
              QStringLiteral("-gray"),
              QStringLiteral("-f"),
              QString::number(page),
              QStringLiteral("-l"),
              QString::number(page),
              QStringLiteral("-singlefile"),
              pdf,
              base});
    return QImage(base + QStringLiteral(".pgm")).convertToFormat(QImage::Format_Grayscale8);
}

} // namespace huiyin::paper
