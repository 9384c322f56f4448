// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPage = 1000;

Error cancelled() { return {u"store.cancelled"_s}; }

/// The cases whose numbers stand in a list the case file keeps: `loan`, `destroyed`.
Result<QVector<CaseFile>> casesListed(const CaseReader &reader, const QString &list)
{
    auto numbers = reader.namesInUse(list, {}, std::numeric_limits<int>::max());
    if (!numbers) {
        return numbers.error();
    }
    numbers->sort();
    QVector<CaseFile> cases;
    for (const QString &number : std::as_const(*numbers)) {
        const auto id = reader.byNumber(number);
        const auto caseFile = id ? reader.caseFile(*id) : Result<CaseFile>(id.error());
        if (caseFile) {
            cases.append(*caseFile);
        } else if (!isHidden(caseFile.error())) {
            return caseFile.error();
        }
    }
    return cases;
}

/// The backups made since the case was recorded.
QVector<BackupNote> holding(const QVector<BackupNote> &backups, const CaseFile &caseFile)
{
    QVector<BackupNote> list;
    std::copy_if(
        backups.cbegin(), backups.cend(), std::back_inserter(list), [&](const BackupNote &backup) {
            return !caseFile.steps.isEmpty() && caseFile.steps.first().recordedAt <= backup.at;
        });
    return list;
}

/// Names without folders: they go into the case and to every office that holds it.
QStringList namesOf(const QVector<BackupNote> &backups)
{
    QStringList names;
    for (const BackupNote &backup : backups) {
        names.append(backup.path.section(u'/', -1));
    }
    return names;
}

} // namespace

Result<Finding> Desk::copiesLeft(const QVector<CaseId> &ids) const
{
    const auto status = reader().status(now());
    if (!status) {
        return status.error();
    }
    QStringList paths;
    for (const CaseId &id : ids) {
        const auto caseFile = m_state->reader.caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        for (const BackupNote &backup : holding(status->backups, *caseFile)) {
            paths.append(backup.path);
        }
    }
    paths.removeDuplicates();
    return paths.isEmpty() ? Finding{u"erase.copies"_s, Severity::Hint}
                           : Finding{u"erase.backups"_s,
                                     Severity::Warning,
                                     {},
                                     {{u"backups"_s, paths.join(u"、"_s)}}};
}

Result<QVector<RetentionRow>> Desk::retentionDue(Day on, const Progress &progress) const
{
    CaseFilter filter;
    filter.stages = {Stage::Archived};
    const auto total = reader().count(filter);
    if (!total) {
        return total.error();
    }
    QVector<RetentionRow> due;
    qint64 read = 0;
    Cursor cursor;
    do {
        const auto page = reader().page(filter, cursor, kPage);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            const auto caseFile = reader().caseFile(row.id);
            if (!caseFile) {
                return caseFile.error();
            }
            const Regulation &pack = regulationOf(*caseFile);
            const auto until = keptUntil(pack, *caseFile);
            if (!caseFile->erased && until && *until <= on) {
                due.append({row.id,
                            row.caseNo,
                            row.archiveNo,
                            caseFile->text(u"retention"),
                            *until,
                            destructionOf(pack, *caseFile)});
            }
            if (progress && !progress(++read, *total)) {
                return cancelled();
            }
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    std::stable_sort(due.begin(), due.end(), [](const RetentionRow &a, const RetentionRow &b) {
        return a.until < b.until;
    });
    return due;
}

Result<QVector<CaseAnswer>> Desk::signDestruction(const QVector<CaseId> &ids,
                                                  bool approval,
                                                  const QString &witness,
                                                  const Progress &progress)
{
    QVector<CaseAnswer> answers;
    for (const CaseId &id : ids) {
        const auto caseFile = reader().caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        const Regulation &pack = regulationOf(*caseFile);
        const MoveRule *move = destructionMove(pack, approval);
        if (move == nullptr) {
            answers.append({id,
                            caseFile->caseNo,
                            {{u"retention.noMove"_s,
                              Severity::Refusal,
                              {},
                              {{u"regulation"_s, pack.zh}, {u"regulationEn"_s, pack.en}}}}});
        } else {
            QJsonObject input;
            const auto until = keptUntil(pack, *caseFile);
            if (!approval && until && caseFile->text(u"retainUntil").isEmpty()) {
                input.insert(u"retainUntil"_s, until->toString());
            }
            if (approval && !witness.isEmpty()) {
                input.insert(u"witnessSign"_s, witness);
            }
            const auto outcome = act(id, move->id, input);
            if (!outcome) {
                return outcome.error();
            }
            answers.append({id, caseFile->caseNo, outcome->findings});
        }
        if (progress && !progress(answers.size(), ids.size())) {
            return cancelled();
        }
    }
    return answers;
}

Result<QVector<CaseAnswer>>
Desk::destroy(const QVector<CaseId> &ids, const QString &legalGround, const Progress &progress)
{
    QVector<CaseAnswer> answers;
    QVector<NewEvent> events;
    QHash<CaseId, int> expected;
    const Instant now = this->now();
    const auto status = reader().status(now);
    if (!status) {
        return status.error();
    }
    for (const CaseId &id : ids) {
        const auto caseFile = m_state->reader.caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        const Decision decision = decideErase(m_state->ground(regulationOf(*caseFile), now),
                                              actor(),
                                              *caseFile,
                                              legalGround,
                                              namesOf(holding(status->backups, *caseFile)));
        answers.append(
            {id, m_state->keepsOut(*caseFile) ? QString() : caseFile->caseNo, decision.findings});
        if (!refuses(decision.findings) && !expected.contains(id)) {
            events += decision.events;
            expected.insert(id, caseFile->eventCount);
        }
    }
    if (events.isEmpty()) {
        return answers;
    }
    const auto recorded = m_state->append(events, now, expected, progress);
    if (!recorded) {
        return recorded.error();
    }
    emit registerChanged();
    return answers;
}

Result<QVector<DestroyedRow>> Desk::destroyed() const
{
    const auto cases = casesListed(reader(), u"destroyed"_s);
    if (!cases) {
        return cases.error();
    }
    QVector<DestroyedRow> rows;
    for (const CaseFile &caseFile : *cases) {
        const auto events = reader().history(caseFile.id);
        if (!events) {
            return events.error();
        }
        for (const Event &event : *events) {
            if (event.kind != QLatin1StringView(event::kBodyErased)) {
                continue;
            }
            const QJsonObject body = QJsonDocument::fromJson(event.body).object();
            rows.append({caseFile.id,
                         caseFile.caseNo,
                         caseFile.text(u"archiveNo"),
                         caseFile.text(u"retention"),
                         Instant::fromUtcMs(body.value(u"at"_s).toInteger()),
                         body.value(u"ground"_s).toString(),
                         event.actor,
                         body.value(u"proposedBy"_s).toString(),
                         body.value(u"approvedBy"_s).toString(),
                         body.value(u"witness"_s).toString(),
                         caseFile.text(u"backupsHolding")});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DestroyedRow &a, const DestroyedRow &b) {
        return a.at < b.at;
    });
    return rows;
}

Result<QVector<LoanRow>> Desk::loans(bool openOnly) const
{
    const auto cases = casesListed(reader(), u"loan"_s);
    if (!cases) {
        return cases.error();
    }
    QVector<LoanRow> rows;
    for (const CaseFile &caseFile : *cases) {
        for (const Loan &loan : loansOf(hours(), caseFile)) {
            if (!openOnly || !loan.returnedAt) {
                rows.append({caseFile.id, caseFile.caseNo, caseFile.text(u"archiveNo"), loan});
            }
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const LoanRow &a, const LoanRow &b) {
        return a.loan.lentAt < b.loan.lentAt;
    });
    return rows;
}

} // namespace huiyin
