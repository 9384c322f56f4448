// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/wholefile.h>
#include <report/ledger.h>
#include <report/writers.h>
#include <report/xlsx.h>
#include <rules/sheetedit.h>

namespace huiyin {

namespace {

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

struct LedgerColumn
{
    const char16_t *field, *zh, *en;
};

constexpr LedgerColumn kColumns[] = {
    {u"seqNo", u"序号", u"No."},
    {u"receivedAt", u"受理日期", u"Received"},
    {u"complaintNo", u"投诉编号", u"Case number"},
    {u"kind", u"类型", u"Kind"},
    {u"channel", u"方式", u"Channel"},
    {u"complainantName", u"投诉人", u"Complainant"},
    {u"phone", u"联系电话", u"Phone"},
    {u"contentBrief", u"投诉事项", u"Matter"},
    {u"category", u"分类", u"Category"},
    {u"respondent", u"被投诉部门/人", u"Respondent"},
    {u"assignedDept", u"承办部门", u"Assigned to"},
    {u"handler", u"承办人", u"Handler"},
    {u"dueAt", u"办理期限", u"Due"},
    {u"closedAt", u"办结日期", u"Closed"},
    {u"resultBrief", u"处理结果", u"Result"},
    {u"replyAt", u"答复日期", u"Replied"},
    {u"satisfaction", u"满意度", u"Satisfaction"},
    {u"archiveNo", u"归档号", u"Archive no."},
    {u"remark", u"备注", u"Remark"},
};

/// The organisation's own fields, in the order of their numbers.
QStringList ownFields(const TableWords &words)
{
    QStringList fields;
    for (auto it = words.own.keyBegin(); it != words.own.keyEnd(); ++it) {
        if (SheetEdit::isOwnField(*it)) {
            fields << *it;
        }
    }
    return fields;
}

/// One line with the organisation's own fields, which the list of cases does not keep.
/// \param own  ownFields(words)
Result<QStringList> wholeLine(const CaseReader &reader,
                              qint64 seqNo,
                              const CaseRow &row,
                              const TableWords &words,
                              const QStringList &own)
{
    QStringList cells = ledgerCells(seqNo, row, words);
    if (own.isEmpty()) {
        return cells;
    }
    const auto whole = reader.caseFile(row.id);
    if (!whole) {
        return whole.error();
    }
    for (const QString &field : own) {
        cells << whole->value(field).toString();
    }
    return cells;
}

/// What a row of the list of cases tells by itself.
QStringList ledgerFields()
{
    QStringList fields{QStringLiteral("status")};
    for (const LedgerColumn &column : kColumns) {
        fields << QString::fromUtf16(column.field);
    }
    return fields;
}

Result<qint64> exportCsv(const CaseReader &reader,
                         const CaseFilter &filter,
                         const QString &path,
                         const TableWords &words,
                         const Progress &progress)
{
    WholeFile file(path);
    const auto failed = [&] {
        return Error{
            QStringLiteral("report.write"), {{QStringLiteral("path"), path}}, file.errorString()};
    };
    if (!file.open()) {
        return failed();
    }
    file.write("\xEF\xBB\xBF");
    file.write(spreadsheetLine(ledgerHeads(words)));
    const QStringList own = ownFields(words);
    qint64 rows = 0;
    const auto walked = eachRow(
        reader,
        filter,
        [&](const CaseRow &row) -> Result<Done> {
            const auto cells = wholeLine(reader, ++rows, row, words, own);
            if (!cells) {
                return cells.error();
            }
            file.write(spreadsheetLine(*cells));
            return Done{};
        },
        progress);
    if (!walked) {
        return walked.error();
    }
    if (!file.commit()) {
        return failed();
    }
    return rows;
}

Result<qint64> exportXlsx(const CaseReader &reader,
                          const CaseFilter &filter,
                          const QString &path,
                          const TableWords &words,
                          const Progress &progress,
                          const QVector<Remark> &remarks)
{
    XlsxSheet sheet(path,
                    words.language == Language::Chinese ? QStringLiteral("投诉台账")
                                                        : QStringLiteral("Ledger"));
    QVector<double> widths{5, 16, 18, 6, 9, 9, 13, 44, 12, 13, 10, 8, 16, 16, 26, 16, 9, 9, 14};
    const QStringList own = ownFields(words);
    widths.resize(widths.size() + own.size(), 20);
    sheet.setWidths(widths);
    sheet.heading(ledgerHeads(words));
    qint64 rows = 0;
    const auto take = [&](const CaseRow &row) -> Result<Done> {
        const auto cells = wholeLine(reader, ++rows, row, words, own);
        if (!cells) {
            return cells.error();
        }
        sheet.number(static_cast<double>(rows));
        for (qsizetype i = 1; i < cells->size(); ++i) {
            const std::optional<Instant> instant = i == 1    ? std::optional(row.receivedAt)
                                                   : i == 12 ? row.due
                                                   : i == 13 ? row.closedAt
                                                   : i == 15 ? row.replyAt
                                                             : std::nullopt;
            if (instant) {
                sheet.moment(*instant);
            } else {
                sheet.text(cells->at(i));
            }
        }
        sheet.endRow();
        return Done{};
    };
    if (const auto walked = eachRow(reader, filter, take, progress); !walked) {
        return walked.error();
    }
    sheet.endOfFilter();
    sheet.remarks(remarks.isEmpty() ? QString() : remarks.first().what, remarks.mid(1));
    if (const auto done = sheet.finish(); !done) {
        return done.error();
    }
    return rows;
}

} // namespace

QStringList ledgerHeads(const TableWords &words)
{
    QStringList heads;
    for (const LedgerColumn &column : kColumns) {
        const QString own = words.own.value(QString::fromUtf16(column.field));
        heads << (!own.isEmpty()                        ? own
                  : words.language == Language::Chinese ? QString::fromUtf16(column.zh)
                                                        : QString::fromUtf16(column.en));
    }
    for (const QString &field : ownFields(words)) {
        heads << words.own.value(field);
    }
    return heads;
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
                              const Progress &progress,
                              const QVector<Remark> &remarks)
{
    return format == RegisterFormat::Csv
               ? exportCsv(reader, filter, path, words, progress)
               : exportXlsx(reader, filter, path, words, progress, remarks);
}

Result<QVector<QJsonObject>> ledgerRows(const CaseReader &reader,
                                        const CaseFilter &filter,
                                        Instant now,
                                        const Progress &progress,
                                        const QStringList &fields,
                                        qint64 most)
{
    static const QStringList kept = ledgerFields();
    QStringList asked = fields;
    asked.removeIf([](const QString &field) { return kept.contains(field); });
    QVector<QJsonObject> lines;
    const auto walked = eachRow(
        reader,
        filter,
        [&](const CaseRow &row) -> Result<Done> {
            QJsonObject line{{QStringLiteral("seqNo"), lines.size() + 1},
                             {QStringLiteral("receivedAt"), row.receivedAt.utcMs()},
                             {QStringLiteral("complaintNo"), row.caseNo},
                             {QStringLiteral("status"), stageId(row.stage)}};
            const std::pair<QString, QString> texts[] = {
                {QStringLiteral("kind"), row.kind},
                {QStringLiteral("channel"), row.channel},
                {QStringLiteral("category"), row.category},
                {QStringLiteral("complainantName"), row.complainantName},
                {QStringLiteral("phone"), row.phone},
                {QStringLiteral("contentBrief"), row.contentBrief},
                {QStringLiteral("respondent"),
                 joined(row.respondentDept, row.respondentPerson, QLatin1Char('/'))},
                {QStringLiteral("assignedDept"), row.assignedDept},
                {QStringLiteral("handler"), row.handler},
                {QStringLiteral("resultBrief"), row.resultBrief},
                {QStringLiteral("satisfaction"), row.satisfaction},
                {QStringLiteral("archiveNo"), row.archiveNo},
                {QStringLiteral("remark"), row.remark}};
            for (const auto &[field, text] : texts) {
                if (!text.isEmpty()) {
                    line.insert(field, text);
                }
            }
            const std::pair<QString, std::optional<Instant>> moments[] = {
                {QStringLiteral("dueAt"), row.due},
                {QStringLiteral("closedAt"), row.closedAt},
                {QStringLiteral("replyAt"), row.replyAt}};
            for (const auto &[field, instant] : moments) {
                if (instant) {
                    line.insert(field, instant->utcMs());
                }
            }
            line.insert(QStringLiteral("overdue"),
                        !isClosing(row.stage) && row.due && !row.clockStopped && *row.due < now);
            if (row.confidential) {
                line.insert(QStringLiteral("confidential"), true);
            }
            if (!asked.isEmpty()) {
                const auto whole = reader.caseFile(row.id);
                if (!whole) {
                    return whole.error();
                }
                for (const QString &field : asked) {
                    if (const QJsonValue value = whole->value(field); !value.isUndefined()) {
                        line.insert(field, value);
                    }
                }
            }
            lines.append(line);
            return Done{};
        },
        progress,
        most);
    if (!walked) {
        return walked.error();
    }
    return lines;
}

} // namespace huiyin
