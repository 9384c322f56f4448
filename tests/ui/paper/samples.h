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

inline Sheet sheet(const QString &id)
{
    const QString path = QStringLiteral(":/huiyin/sheets/%1.toml").arg(id);
    return *readSheet(bytesOf(path), path, catalogue()).sheet;
}

inline Instant at(const char *local) { return *Instant::parseLocal(QString::fromLatin1(local)); }

enum class Fill { Typical, Longest };

/// A value for every field a sheet shows: usual ones, or as long as the catalogue allows.
inline QJsonObject fieldsFor(const Sheet &sheet, Fill fill)
{
    QJsonObject fields;
    int turn = 0;
    const auto put = [&](const QString &id) {
        const FieldDef *def = catalogue().field(id);
        if (def == nullptr || fields.contains(id)) {
            return;
        }
        ++turn;
        const CodeList *list = catalogue().choicesOf(id);
        switch (def->type) {
        case FieldType::Text:
        case FieldType::Memo:
        case FieldType::Dept:
        case FieldType::Person:
        case FieldType::Ref: {
            static const QString story =
                QStringLiteral("客户于昨日收到两箱货物，外箱破损，箱内漏装三瓶；司机称出库时完好。"
                               "客户要求三日内换货并说明原因。");
            const int length = fill == Fill::Longest && def->max > 0 ? def->max
                               : def->type == FieldType::Memo
                                   ? 96
                                   : std::min(def->max > 0 ? def->max : 9, 9);
            QString text = id == QLatin1String("complaintNo") ? QStringLiteral("TS202405-0012")
                           : id == QLatin1String("docNo")     ? QStringLiteral("TS202405-0012-ZB01")
                                                              : QString();
            const QString mark = QStringLiteral("（%1）").arg(turn);
            while (text.isEmpty() || (def->type == FieldType::Memo && text.size() < length)) {
                text += story;
            }
            if (id != QLatin1String("complaintNo") && id != QLatin1String("docNo")) {
                text = text.left(std::max<qsizetype>(1, length - mark.size())) + mark;
            }
            fields.insert(id, text);
            break;
        }
        case FieldType::Phone:
            fields.insert(id,
                          fill == Fill::Longest
                              ? QStringLiteral("13800138000、0571-87654321-8001、400-820-8820")
                              : QStringLiteral("13800138000"));
            break;
        case FieldType::Date:
            fields.insert(id, QStringLiteral("2024-05-%1").arg(10 + turn % 18));
            break;
        case FieldType::DateTime:
            fields.insert(id, at("2024-05-06T14:05:00").addMs(turn * 3660000LL).utcMs());
            break;
        case FieldType::Int:
            fields.insert(id, turn);
            break;
        case FieldType::Decimal:
            fields.insert(id, QStringLiteral("12.5"));
            break;
        case FieldType::Money:
            fields.insert(id, 123450);
            break;
        case FieldType::Bool:
            fields.insert(id, true);
            break;
        case FieldType::Enum:
            fields.insert(
                id, fill == Fill::Longest ? list->choices.last().id : list->choices.first().id);
            break;
        case FieldType::Multi:
            fields.insert(id, QJsonArray{list->choices.at(1).id, list->choices.at(4).id});
            break;
        case FieldType::Sign:
            fields.insert(id,
                          QJsonObject{{QStringLiteral("name"), QStringLiteral("欧阳文")},
                                      {QStringLiteral("at"), at("2024-05-08T09:00:00").utcMs()}});
            break;
        case FieldType::Attach:
            fields.insert(
                id,
                QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("外箱.jpg")},
                                       {QStringLiteral("pages"), 1}},
                           QJsonObject{{QStringLiteral("name"), QStringLiteral("签收单.pdf")},
                                       {QStringLiteral("pages"), 4}}});
            break;
        case FieldType::Seal:
        case FieldType::List:
            break;
        }
    };
    for (const SheetCell &cell : sheet.cells) {
        put(cell.field);
        put(cell.sign);
        for (const SheetCell &part : cell.parts) {
            put(part.field);
        }
    }
    for (const SheetCell &part : sheet.header) {
        put(part.field);
    }
    put(QStringLiteral("archiveNo"));
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
