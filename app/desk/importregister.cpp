// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <desk/guardedcell.h>
#include <desk/importmark.h>
#include <desk/recordingline.h>
#include <desk/registerduplicates.h>
#include <desk/registerfile.h>
#include <desk/registerrow.h>
#include <desk/sheetwords.h>
#include <desk/wholefile.h>
#include <rules/clocks.h>
#include <rules/fieldinput.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMostMiB = 256;
constexpr int kHeadWithin = 20; ///< records in which the head line is looked for
constexpr int kProgressEvery = 200;
constexpr qsizetype kSlice = 500; ///< facts handed to the writer at once

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{u"import.file"_s, {{u"path"_s, path}, {u"why"_s, file.errorString()}}};
    }
    if (file.size() > kMostMiB * 1024 * 1024) {
        return Error{u"import.tooLarge"_s,
                     {{u"path"_s, path}, {u"most"_s, QString::number(kMostMiB)}}};
    }
    return file.readAll();
}

Finding hint(const QString &code) { return {code, Severity::Hint}; }

/// The record as a kind of line that is no complaint: blank, the head again, a section title,
/// totals.
std::optional<ImportLine> structural(const RegisterRecord &record, const RegisterColumns &columns)
{
    ImportLine line;
    line.line = record.line;
    QStringList heads;
    heads.reserve(record.cells.size());
    for (const QString &cell : record.cells) {
        heads.append(normalizedText(cell, false));
    }
    const auto filled = std::count_if(
        heads.cbegin(), heads.cend(), [](const QString &cell) { return !cell.isEmpty(); });
    if (filled == 0) {
        line.action = u"blank"_s;
        return line;
    }
    if (heads == columns.heads) {
        line.action = u"header"_s;
        line.reasons.append(hint(u"import.row.headerRepeated"_s));
        return line;
    }
    const QString first = heads.value(0);
    if (columns.fields.size() > 3 && filled <= 3 &&
        (first.startsWith(u"合计"_s) || first.startsWith(u"总计"_s) ||
         first.startsWith(u"小计"_s) || first.compare(u"total"_s, Qt::CaseInsensitive) == 0)) {
        line.action = u"refused"_s;
        line.reasons.append({u"import.row.total"_s, Severity::Refusal});
        return line;
    }
    const bool wide = record.cells.size() == columns.fields.size();
    const bool numberOnly =
        std::all_of(first.cbegin(), first.cend(), [](QChar c) { return c.isDigit(); });
    if (columns.fields.size() > 3 && filled == 1 && !first.isEmpty() && wide && !numberOnly) {
        line.action = u"header"_s;
        line.reasons.append(hint(u"import.row.title"_s));
        return line;
    }
    return std::nullopt;
}

/// A faulty shape: quotes or number of cells.
Findings shapeFaults(const RegisterRecord &record, qsizetype columns)
{
    const QString at = QString::number(record.line);
    if (record.unclosedQuote) {
        return {{u"import.row.unclosedQuote"_s,
                 Severity::Refusal,
                 {},
                 {{u"line"_s, at}},
                 {},
                 record.line}};
    }
    const bool emptyTail =
        record.cells.size() > columns &&
        std::all_of(record.cells.cbegin() + columns, record.cells.cend(), [](const QString &cell) {
            return cell.trimmed().isEmpty();
        });
    if (record.cells.size() != columns && !emptyTail) {
        return {
            {record.cells.size() < columns ? u"import.row.fewFields"_s : u"import.row.manyFields"_s,
             Severity::Refusal,
             {},
             {{u"line"_s, at},
              {u"count"_s, QString::number(record.cells.size())},
              {u"expected"_s, QString::number(columns)}},
             {},
             record.line}};
    }
    if (record.strayQuote) {
        return {{u"import.row.strayQuote"_s, Severity::Warning, {}, {}, {}, record.line}};
    }
    return {};
}

/// The refused rows as a file to mend and import again.
class Rejects
{
public:
    void add(const QStringList &cells, const QString &why)
    {
        m_lines.append(csvLine(cells + QStringList{why}));
    }

    Result<Done> save(const QString &path, const QStringList &heads) const
    {
        WholeFile file(path);
        const auto failed = [&] {
            return Error{u"import.rejects"_s, {{u"path"_s, path}, {u"why"_s, file.errorString()}}};
        };
        if (!file.open()) {
            return failed();
        }
        QByteArray bytes("\xEF\xBB\xBF"); // or a Chinese spreadsheet shows rubbish
        bytes += csvLine(heads + QStringList{u"原因"_s}).toUtf8();
        for (const QString &line : m_lines) {
            bytes += line.toUtf8();
        }
        file.write(bytes);
        if (!file.commit()) {
            return failed();
        }
        return Done{};
    }

private:
    QStringList m_lines;
};

QString reasonsText(const Texts &texts, const Findings &findings)
{
    QStringList sentences;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Refusal) {
            sentences.append(texts.sentence(finding, Language::Chinese));
        }
    }
    return sentences.join(u' ');
}

std::optional<Finding> faultyMapping(const FieldCatalogue &catalogue,
                                     const QMap<QString, QString> &mapping)
{
    for (auto it = mapping.cbegin(); it != mapping.cend(); ++it) {
        if (!it.value().isEmpty() && catalogue.field(it.value()) == nullptr) {
            return Finding{u"import.map.unknownField"_s,
                           Severity::Refusal,
                           {},
                           {{u"field"_s, it.value()}, {u"head"_s, it.key()}}};
        }
    }
    return std::nullopt;
}

void count(ImportSummary &summary, const QString &action)
{
    qint64 &counter = action == u"taken"       ? summary.taken
                      : action == u"warned"    ? summary.warned
                      : action == u"duplicate" ? summary.duplicate
                      : action == u"blank"     ? summary.blank
                      : action == u"header"    ? summary.header
                                               : summary.refused;
    ++counter;
}

} // namespace

Result<ImportSummary> Desk::importRegister(const QString &path,
                                           const ImportOptions &options,
                                           const std::function<void(const ImportLine &)> &onLine,
                                           const Progress &progress)
{
    const auto bytes = bytesOf(path);
    if (!bytes) {
        return bytes.error();
    }
    auto opened = openRegister(
        *bytes, {.path = path, .encoding = options.encoding, .sheet = options.sheetName});
    if (!opened) {
        return opened.error();
    }
    if (const auto fault = faultyMapping(library().catalogue, options.mapping)) {
        return Error{fault->code, fault->args};
    }
    const Instant now = this->now();
    ImportSummary summary;
    summary.encoding = opened->encoding;
    summary.batch = now.localDay().toDate().toString(u"yyyyMMdd"_s) + u'-' +
                    QString::fromLatin1(m_state->random(4).toHex());

    RegisterReader &file = opened->records;
    // A file of our own comes back without what guards its cells in a spreadsheet.
    const bool separated = opened->encoding != u"xlsx";
    const auto cellsOf = [separated](const RegisterRecord &record) {
        QStringList cells = record.cells;
        for (QString &cell : cells) {
            cell = separated ? unguardedCell(cell) : cell;
        }
        return cells;
    };
    const qint64 total = std::max(1, file.lines());
    RegisterColumns columns;
    const QHash<QString, QString> own = ownHeads(*this);
    QVector<int> before; // lines above the head
    while (before.size() < kHeadWithin) {
        const auto record = file.next();
        if (!record) {
            break;
        }
        columns = recogniseColumns(library().catalogue, cellsOf(*record), options.mapping, own);
        if (isHead(columns)) {
            break;
        }
        before.append(record->line);
    }
    if (!isHead(columns)) {
        return Error{u"import.noHeader"_s, {{u"within"_s, QString::number(kHeadWithin)}}};
    }
    for (auto it = options.mapping.cbegin(); it != options.mapping.cend(); ++it) {
        if (!it.value().isEmpty() && !columns.has(it.value())) {
            return Error{u"import.map.unknownHead"_s, {{u"head"_s, it.key()}}};
        }
    }
    summary.mapping = columns.mapping();
    file.expectColumns(columns.fields.size());

    const Ground ground = m_state->ground(regulation(), now);
    RegisterRowReader rows(library().catalogue, columns);
    RegisterDuplicates duplicates(m_state->reader);
    Rejects rejects;
    // Refused before the first row is read, not after the last; a dry run writes nothing.
    if (const auto allowed = m_state->mayWrite(); !options.dryRun && !allowed) {
        return allowed.error();
    }
    // Begun with the first full slice, so that a register without a single new row opens no
    // transaction.
    std::optional<RecordingLine> recording;
    const auto put = [&](QVector<NewEvent> &facts) {
        if (!recording) {
            facts.prepend(importBegun({summary.batch, QFileInfo(path).absoluteFilePath(), now}));
            recording.emplace([&](const RecordingLine::More &more) {
                return m_state->log.append({.actor = m_state->actor.id, .now = now, .more = more},
                                           {});
            });
        }
        return recording->put(std::exchange(facts, {}));
    };
    // What went in before somebody else's save came in between is taken back: all or nothing. Where
    // that fails too the mark of the import stays.
    const auto givenUp = [&](Error why) {
        recording.reset();
        const auto written = m_state->reader.casesOfBatch(summary.batch);
        if (written && !written->isEmpty()) {
            static_cast<void>(undoImport(summary.batch));
        }
        return why;
    };
    QVector<NewEvent> events;
    int number = 0;
    while (const auto record = file.next()) {
        ++number;
        if (progress && number % kProgressEvery == 0 && !progress(record->line, total)) {
            return givenUp(Error{u"store.cancelled"_s});
        }
        ImportLine line;
        if (auto other = structural(*record, columns)) {
            line = *other;
        } else {
            line.line = record->line;
            line.reasons = shapeFaults(*record, columns.fields.size());
        }
        line.record = number;
        if (line.action.isEmpty() && !refuses(line.reasons)) {
            RegisterRow row = rows.read(cellsOf(*record));
            line.reasons += row.findings;
            const CaseId id = m_state->newCaseId(now);
            Decision decision;
            if (hasValue(row.fields, u"receivedAt"_s)) {
                decision =
                    decideRecord(ground, actor(), id, row.fields, {}, {summary.batch, row.stage});
                line.reasons += decision.findings;
            }
            std::optional<Repetition> repetition;
            if (!refuses(line.reasons)) {
                const auto found = duplicates.find(row.fields);
                if (!found) {
                    return givenUp(found.error());
                }
                repetition = *found;
            }
            if (repetition) {
                line.duplicateOf = repetition->of;
                const QString code = !repetition->same   ? u"import.duplicate.near"_s
                                     : repetition->known ? u"import.duplicate.known"_s
                                                         : u"import.duplicate.same"_s;
                line.reasons.append(
                    {code,
                     Severity::Warning,
                     {},
                     {{u"record"_s, repetition->of}, {u"number"_s, repetition->of}}});
            }
            if (repetition && repetition->same) {
                line.action = u"duplicate"_s;
            } else if (!refuses(line.reasons)) {
                if (!options.dryRun) {
                    events += decision.events;
                }
                duplicates.remember(row.fields, number);
                line.action = line.reasons.isEmpty() ? u"taken"_s : u"warned"_s;
            }
            if (onLine) {
                line.values =
                    fieldsToJson(library().catalogue,
                                 decision.events.isEmpty()
                                     ? row.fields
                                     : decision.events.first().body.value("fields"_L1).toObject());
                if (row.stage && line.action != u"duplicate") {
                    line.values.insert(u"status"_s, stageId(*row.stage));
                }
            }
        }
        if (line.action.isEmpty()) {
            line.action = u"refused"_s;
        }
        if (line.action == u"refused") {
            rejects.add(record->cells, reasonsText(library().texts, line.reasons));
        }
        for (Finding &reason : line.reasons) {
            reason.line = reason.line == 0 ? record->line : reason.line;
        }
        count(summary, line.action);
        if (onLine) {
            onLine(line);
        }
        if (events.size() >= kSlice && !put(events)) {
            return givenUp(recording->finish().error());
        }
    }
    if (!options.rejectsPath.isEmpty()) {
        if (const auto saved = rejects.save(options.rejectsPath, columns.heads); !saved) {
            return givenUp(saved.error());
        }
    }
    QVector<NewEvent> ended; // an import of this file that once broke off is complete now
    const auto begun = openImports(m_state->reader);
    if (!begun) {
        return givenUp(begun.error());
    }
    for (const OpenImport &open : *begun) {
        if (!options.dryRun && QFileInfo(open.path).fileName() == QFileInfo(path).fileName()) {
            ended.append(importEnded(open.batch));
        }
    }
    if (events.isEmpty() && !recording) {
        summary.batch.clear();
        if (!ended.isEmpty()) {
            if (const auto recorded = m_state->append(ended, now); !recorded) {
                return recorded.error();
            }
        }
        return summary;
    }
    events.append({QLatin1StringView(event::kImportBatch),
                   std::nullopt,
                   QJsonObject{{u"batch"_s, summary.batch},
                               {u"file"_s, QFileInfo(path).fileName()},
                               {u"rows"_s, number},
                               {u"taken"_s, summary.taken},
                               {u"warned"_s, summary.warned},
                               {u"refused"_s, summary.refused},
                               {u"duplicate"_s, summary.duplicate},
                               {u"at"_s, now.utcMs()}}});
    events += ended + QVector<NewEvent>{importEnded(summary.batch)};
    static_cast<void>(put(events)); // finish() tells what went wrong
    const auto recorded = recording->finish();
    if (!recorded) {
        return givenUp(recorded.error());
    }
    emit registerChanged();
    return summary;
}

} // namespace huiyin
