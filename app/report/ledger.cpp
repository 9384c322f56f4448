// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/ledger.h>
#include <report/writers.h>
#include <report/xlsx.h>

#include <QSaveFile>

namespace huiyin {

namespace {

constexpr int kPage = 500;

QString moment(const std::optional<Instant> &instant)
{
    return instant ? instant->toLocalText().replace(QLatin1Char('T'), QLatin1Char(' ')) : QString();
}

QString labelOf(const TableWords &words, QStringView field, const QString &id)
{
    const CodeList *list = words.catalogue.choicesOf(field);
    const Choice *choice = list == nullptr ? nullptr : list->byId(id);
    if (choice == nullptr) {
        return id;
    }
    return words.language == Language::Chinese ? choice->zh : choice->en;
}

QString masked(const QString &text, bool mask, int shown)
{
    return mask && !text.isEmpty() ? text.left(shown) + QStringLiteral("***") : text;
}

QString joined(const QString &a, const QString &b, QLatin1Char between)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + between + b;
}

/// Walks all rows of a filter page by page; `take` gets a running number from 1.
template <typename Take>
Result<qint64> eachRow(const CaseReader &reader,
                       const CaseFilter &filter,
                       const Progress &progress,
                       const Take &take)
{
    const auto total = reader.count(filter);
    if (!total) {
        return total.error();
    }
    qint64 done = 0;
    Cursor cursor;
    do {
        const auto page = reader.page(filter, cursor, kPage);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            take(++done, row);
        }
        if (progress && !progress(done, *total)) {
            return Error{QStringLiteral("store.cancelled")};
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return done;
}

Result<qint64> exportCsv(const CaseReader &reader,
                         const CaseFilter &filter,
                         const QString &path,
                         const TableWords &words,
                         const Progress &progress)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Error{
            QStringLiteral("report.write"), {{QStringLiteral("path"), path}}, file.errorString()};
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    file.write("\xEF\xBB\xBF");
    file.write(csvLine(ledgerHeads(words.language)));
    const auto rows = eachRow(reader, filter, progress, [&](qint64 number, const CaseRow &row) {
        file.write(csvLine(ledgerCells(number, row, words)));
    });
    if (!rows) {
        return rows.error();
    }
    if (!file.commit()) { // also refuses when a write before failed
        return failed();
    }
    return *rows;
}

Result<qint64> exportXlsx(const CaseReader &reader,
                          const CaseFilter &filter,
                          const QString &path,
                          const TableWords &words,
                          const Progress &progress)
{
    XlsxSheet sheet(path,
                    words.language == Language::Chinese ? QStringLiteral("投诉台账")
                                                        : QStringLiteral("Ledger"));
    sheet.setWidths({6, 17, 20, 8, 10, 12, 16, 50, 12, 18, 14, 10, 17, 17, 30, 17, 10, 12, 20});
    sheet.heading(ledgerHeads(words.language));
    const auto rows = eachRow(reader, filter, progress, [&](qint64 number, const CaseRow &row) {
        const QStringList cells = ledgerCells(number, row, words);
        sheet.number(static_cast<double>(number));
        for (qsizetype i = 1; i < cells.size(); ++i) {
            const std::optional<Instant> instant = i == 1    ? std::optional(row.receivedAt)
                                                   : i == 12 ? row.due
                                                   : i == 13 ? row.closedAt
                                                   : i == 15 ? row.replyAt
                                                             : std::nullopt;
            if (instant) {
                sheet.moment(*instant);
            } else {
                sheet.text(cells.at(i));
            }
        }
        sheet.endRow();
    });
    if (!rows) {
        return rows.error();
    }
    if (const auto done = sheet.finish(); !done) {
        return done.error();
    }
    return *rows;
}

} // namespace

QStringList ledgerHeads(Language language)
{
    if (language == Language::English) {
        return {QStringLiteral("No."),
                QStringLiteral("Received"),
                QStringLiteral("Case number"),
                QStringLiteral("Kind"),
                QStringLiteral("Channel"),
                QStringLiteral("Complainant"),
                QStringLiteral("Phone"),
                QStringLiteral("Matter"),
                QStringLiteral("Category"),
                QStringLiteral("Respondent"),
                QStringLiteral("Assigned to"),
                QStringLiteral("Handler"),
                QStringLiteral("Due"),
                QStringLiteral("Closed"),
                QStringLiteral("Result"),
                QStringLiteral("Replied"),
                QStringLiteral("Satisfaction"),
                QStringLiteral("Archive no."),
                QStringLiteral("Remark")};
    }
    return {QStringLiteral("序号"),
            QStringLiteral("受理日期"),
            QStringLiteral("投诉编号"),
            QStringLiteral("类型"),
            QStringLiteral("方式"),
            QStringLiteral("投诉人"),
            QStringLiteral("联系电话"),
            QStringLiteral("投诉事项"),
            QStringLiteral("分类"),
            QStringLiteral("被投诉部门/人"),
            QStringLiteral("承办部门"),
            QStringLiteral("承办人"),
            QStringLiteral("办理期限"),
            QStringLiteral("办结日期"),
            QStringLiteral("处理结果"),
            QStringLiteral("答复日期"),
            QStringLiteral("满意度"),
            QStringLiteral("归档号"),
            QStringLiteral("备注")};
}

QStringList ledgerCells(qint64 seqNo, const CaseRow &row, const TableWords &words)
{
    return {QString::number(seqNo),
            moment(row.receivedAt),
            row.caseNo,
            labelOf(words, u"kind", row.kind),
            labelOf(words, u"channel", row.channel),
            masked(row.complainantName, row.confidential, 1),
            masked(row.phone, row.confidential, 3),
            row.contentBrief,
            joined(row.category, row.subcategory, QLatin1Char('/')),
            joined(row.respondentDept, row.respondentPerson, QLatin1Char('/')),
            row.assignedDept,
            row.handler,
            moment(row.due),
            moment(row.closedAt),
            row.resultBrief,
            moment(row.replyAt),
            labelOf(words, u"satisfaction", row.satisfaction),
            row.archiveNo,
            row.remark};
}

Result<qint64> exportRegister(const CaseReader &reader,
                              const CaseFilter &filter,
                              RegisterFormat format,
                              const QString &path,
                              const TableWords &words,
                              const Progress &progress)
{
    return format == RegisterFormat::Csv ? exportCsv(reader, filter, path, words, progress)
                                         : exportXlsx(reader, filter, path, words, progress);
}

Result<TableDocument>
ledgerTable(const CaseReader &reader, const Period &period, Instant now, const TableWords &words)
{
    const bool chinese = words.language == Language::Chinese;
    const QStringList heads = ledgerHeads(words.language);
    TableDocument table;
    table.id = QStringLiteral("F-03");
    table.title = chinese ? QStringLiteral("投诉台账") : QStringLiteral("Complaints Ledger");
    table.organisation = words.organisation;
    table.period = (chinese ? QStringLiteral("受理日期：%1") : QStringLiteral("Received: %1"))
                       .arg(period.toText(chinese));
    table.landscape = true;
    const auto two = [&](int a, int b) {
        return heads.at(a) + QStringLiteral("/\n") + heads.at(b);
    };
    table.columns = {{heads.at(0), 0.6},
                     {heads.at(1), 1.1},
                     {heads.at(2), 1.6},
                     {two(3, 8), 1.1},
                     {heads.at(4), 0.8},
                     {two(5, 6), 1.4},
                     {heads.at(7), 3.0, CellAlign::Left},
                     {heads.at(9), 1.1},
                     {two(10, 11), 1.1},
                     {heads.at(12), 1.1},
                     {heads.at(13), 1.1},
                     {heads.at(14), 1.6, CellAlign::Left},
                     {two(15, 16), 1.1},
                     {two(17, 18), 1.1}};
    qint64 closed = 0;
    qint64 overdue = 0;
    CaseFilter filter = drill::received(period);
    const auto rows = eachRow(reader, filter, {}, [&](qint64 number, const CaseRow &row) {
        const QStringList c = ledgerCells(number, row, words);
        const auto day = [](const QString &text) { return text.left(10); };
        const auto pair = [&](const QString &a, const QString &b) {
            return joined(a, b, QLatin1Char('\n'));
        };
        const bool isOver = isClosing(row.stage);
        closed += isOver ? 1 : 0;
        overdue += !isOver && row.due && !row.clockStopped && *row.due < now ? 1 : 0;
        CaseFilter one;
        one.text = row.caseNo;
        table.rows.append({{{c.at(0)},
                            {c.at(1).left(16).replace(QLatin1Char(' '), QLatin1Char('\n'))},
                            {c.at(2), 1, false, one},
                            {pair(c.at(3), c.at(8))},
                            {c.at(4)},
                            {pair(c.at(5), c.at(6))},
                            {c.at(7)},
                            {c.at(9)},
                            {pair(c.at(10), c.at(11))},
                            {c.at(12).left(16).replace(QLatin1Char(' '), QLatin1Char('\n'))},
                            {day(c.at(13))},
                            {c.at(14)},
                            {pair(day(c.at(15)), c.at(16))},
                            {pair(c.at(17), c.at(18))}},
                           false});
    });
    if (!rows) {
        return rows.error();
    }
    table.rows.append({{{(chinese ? QStringLiteral("合计：%1 件    办结：%2 件    超期：%3 件")
                                  : QStringLiteral("Total: %1    closed: %2    overdue: %3"))
                             .arg(*rows)
                             .arg(closed)
                             .arg(overdue),
                         14,
                         true}},
                       true});
    table.signOff = chinese ? QStringList{QStringLiteral("登记人："),
                                          QStringLiteral("审核："),
                                          QStringLiteral("年  月  日")}
                            : QStringList{QStringLiteral("Registered by:"),
                                          QStringLiteral("Checked by:"),
                                          QStringLiteral("Date:")};
    table.notes = {
        (chinese ? QStringLiteral("打印时间：%1") : QStringLiteral("Printed: %1"))
            .arg(now.toLocalText().replace(QLatin1Char('T'), QLatin1Char(' ')).left(16))};
    return table;
}

} // namespace huiyin
