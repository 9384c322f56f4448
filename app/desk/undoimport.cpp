// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <desk/importmark.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Whether anybody did something with the case since it came in; limits counted anew by a new
/// calendar are nobody's work.
bool isWorkedOn(const CaseFile &caseFile)
{
    return std::any_of(caseFile.steps.cbegin(), caseFile.steps.cend(), [](const Step &step) {
        return step.kind != QLatin1StringView(event::kCaseOpened) &&
               step.kind != QLatin1StringView(event::kDeadlineSet);
    });
}

} // namespace

Result<qint64> Desk::undoImport(const QString &batch, const Progress &progress, Findings *kept)
{
    const auto cases = m_state->reader.casesOfBatch(batch);
    if (!cases) {
        return cases.error();
    }
    if (cases->isEmpty()) {
        return Error{u"import.batch.unknown"_s, {{u"batch"_s, batch}}};
    }
    const Instant now = this->now();
    const QString reason =
        library().texts.sentence(u"import.voidReason"_s, {{u"batch"_s, batch}}, Language::Chinese);
    QVector<NewEvent> events;
    QHash<CaseId, int> expected;
    for (const CaseId &id : *cases) {
        const auto caseFile = m_state->reader.caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        if (isWorkedOn(*caseFile)) {
            if (kept != nullptr) {
                kept->append({u"import.undo.kept"_s,
                              Severity::Warning,
                              {},
                              {{u"case"_s, caseFile->caseNo}}});
            }
            continue;
        }
        events.append(
            {QLatin1StringView(event::kCaseVoided),
             id,
             QJsonObject{{u"reason"_s, reason}, {u"batch"_s, batch}, {u"at"_s, now.utcMs()}}});
        expected.insert(id, caseFile->eventCount);
    }
    const auto taken = qint64(events.size());
    const auto open = openImports(m_state->reader);
    if (!open) {
        return open.error();
    }
    if (std::any_of(open->cbegin(), open->cend(), [&](const OpenImport &one) {
            return one.batch == batch;
        })) {
        events.append(importEnded(batch));
    }
    if (events.isEmpty()) {
        return 0;
    }
    const auto recorded = m_state->append(events, now, expected, progress);
    if (!recorded) {
        return recorded.error();
    }
    emit registerChanged();
    return taken;
}

} // namespace huiyin
