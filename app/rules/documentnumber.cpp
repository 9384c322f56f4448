// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/documentnumber.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

namespace {

QVector<const ClockExtension *>
extensionsOn(const CaseFile &caseFile, const Regulation &regulation, const QString &sheetId)
{
    QVector<const ClockExtension *> found;
    for (const Clock &clock : caseFile.clocks) {
        const ClockRule *rule = regulation.clock(clock.id);
        if (rule == nullptr ||
            std::none_of(rule->extend.cbegin(),
                         rule->extend.cend(),
                         [&](const ExtensionRule &level) { return level.sheet == sheetId; })) {
            continue;
        }
        for (const ClockExtension &extension : clock.extensions) {
            found.append(&extension);
        }
    }
    return found;
}

} // namespace

QStringList movesBefore(const Regulation &regulation, const MoveRule &move)
{
    QStringList before = move.after + move.afterAny;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (const MoveRule *rule = regulation.move(before.at(i))) {
            for (const QString &id : rule->after + rule->afterAny) {
                if (!before.contains(id)) {
                    before.append(id);
                }
            }
        }
    }
    return before;
}

const ClockExtension *
extensionOnSheet(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    const auto all = extensionsOn(caseFile, regulation, sheet.id);
    const auto latest = std::max_element(
        all.cbegin(), all.cend(), [](const ClockExtension *one, const ClockExtension *other) {
            return one->at < other->at;
        });
    return latest == all.cend() ? nullptr : *latest;
}

namespace {

/// The moves about a sheet: few, and of most sheets none, while a long case has many steps.
QVector<const MoveRule *> movesOn(const Regulation &regulation, const Sheet &sheet)
{
    QVector<const MoveRule *> moves;
    for (const MoveRule &move : regulation.moves) {
        if (move.sheet == sheet.id) {
            moves.append(&move);
        }
    }
    return moves;
}

/// Which of the moves a step was, if it stands; else nullptr.
const MoveRule *takenOf(const QVector<const MoveRule *> &moves, const Step &step)
{
    if (step.struck || step.kind != QLatin1StringView(event::kCaseMoved)) {
        return nullptr;
    }
    const auto it = std::find_if(moves.cbegin(), moves.cend(), [&](const MoveRule *move) {
        return move->id == step.action;
    });
    return it == moves.cend() ? nullptr : *it;
}

} // namespace

bool beginsDocument(const CaseFile &caseFile,
                    const Regulation &regulation,
                    const Sheet &sheet,
                    const MoveRule &move)
{
    if (move.sheet != sheet.id) {
        return false;
    }
    const QVector<const MoveRule *> moves = movesOn(regulation, sheet);
    const QStringList before = movesBefore(regulation, move);
    return std::none_of(caseFile.steps.cbegin(), caseFile.steps.cend(), [&](const Step &step) {
        const MoveRule *taken = takenOf(moves, step);
        return taken != nullptr && before.contains(taken->id);
    });
}

QVector<qsizetype>
documentStarts(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    const QVector<const MoveRule *> moves = movesOn(regulation, sheet);
    QVector<qsizetype> starts;
    QStringList taken;
    for (qsizetype i = 0; !moves.isEmpty() && i < caseFile.steps.size(); ++i) {
        const MoveRule *rule = takenOf(moves, caseFile.steps.at(i));
        if (rule == nullptr) {
            continue;
        }
        const QStringList before = movesBefore(regulation, *rule);
        if (std::none_of(before.cbegin(), before.cend(), [&](const QString &move) {
                return taken.contains(move);
            })) {
            starts.append(i);
        }
        taken.append(rule->id);
    }
    return starts;
}

namespace {

using namespace Qt::StringLiterals;

QString numberOf(const CaseFile &caseFile, const Sheet &sheet, qsizetype place)
{
    return u"%1-%2%3"_s.arg(caseFile.caseNo, sheet.docCode).arg(place, 2, 10, QLatin1Char('0'));
}

bool makesVoid(const Step &step)
{
    return !step.struck && (step.action == QLatin1StringView(documentstep::kVoid) ||
                            step.action == QLatin1StringView(documentstep::kReissue));
}

/// The first step that wrote the entry: who drew the notice up.
qsizetype stepOfPenalty(const CaseFile &caseFile, const QString &id)
{
    for (qsizetype i = 0; i < caseFile.steps.size(); ++i) {
        const QJsonArray entries = caseFile.steps.at(i).fields.value(u"penalties"_s).toArray();
        if (std::any_of(entries.cbegin(), entries.cend(), [&](const auto &item) {
                return item.toObject().value(u"id"_s).toString() == id;
            })) {
            return i;
        }
    }
    return -1;
}

/// What the pack's own steps bring forth, without numbers yet.
QVector<CaseDocument>
begunDocuments(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    QVector<CaseDocument> begun;
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        const PenaltyRule *rule = regulation.penalty(entry.value(u"penalty"_s).toString());
        if (rule == nullptr || rule->sheet != sheet.id) {
            continue;
        }
        const QString id = entry.value(u"id"_s).toString();
        const qsizetype step = stepOfPenalty(caseFile, id);
        CaseDocument one{{},
                         sheet.id,
                         Instant::fromUtcMs(entry.value(u"at"_s).toInteger()),
                         step < 0 ? QString() : caseFile.steps.at(step).actor,
                         id};
        one.begun = one.origin = step;
        if (entry.value(u"state"_s) == u"Reversed"_s) {
            const QJsonObject reversal = entry.value(u"reversal"_s).toObject();
            one.voidAt = Instant::fromUtcMs(reversal.value(u"at"_s).toInteger());
            one.voidBy = reversal.value(u"by"_s).toString();
            one.voidReason = reversal.value(u"reason"_s).toString();
        }
        begun.append(one);
    }
    if (!begun.isEmpty()) {
        return begun;
    }
    for (const qsizetype place : documentStarts(caseFile, regulation, sheet)) {
        const Step &step = caseFile.steps.at(place);
        CaseDocument one{{}, sheet.id, step.at, step.actor};
        one.begun = one.origin = place;
        begun.append(one);
    }
    for (const ClockExtension *extension : extensionsOn(caseFile, regulation, sheet.id)) {
        begun.append({{}, sheet.id, extension->at, extension->approver});
    }
    return begun;
}

/// Whether a document stood before a step was written down.
bool precedes(const CaseFile &caseFile, const CaseDocument &document, qsizetype step)
{
    return document.begun >= 0 ? document.begun < step
                               : document.at <= caseFile.steps.at(step).recordedAt;
}

} // namespace

QVector<CaseDocument>
caseDocuments(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    QVector<CaseDocument> numbered;
    if (sheet.docCode.isEmpty() || caseFile.caseNo.isEmpty()) {
        return numbered;
    }
    QVector<CaseDocument> waiting = begunDocuments(caseFile, regulation, sheet);
    const auto number = [&](CaseDocument document) {
        document.number = numberOf(caseFile, sheet, numbered.size() + 1);
        numbered.append(document);
    };
    // Numbers in the order things were written down: what is drawn up anew takes the next one.
    for (qsizetype i = 0; i < caseFile.steps.size(); ++i) {
        const Step &step = caseFile.steps.at(i);
        if (!makesVoid(step)) {
            continue;
        }
        while (!waiting.isEmpty() && precedes(caseFile, waiting.first(), i)) {
            number(waiting.takeFirst());
        }
        const auto found =
            std::find_if(numbered.begin(), numbered.end(), [&](const CaseDocument &one) {
                return one.number == step.text;
            });
        if (found == numbered.end() || found->ended >= 0) {
            continue;
        }
        found->voidAt = step.at;
        found->voidBy = step.actor;
        found->voidReason = step.reason;
        found->ended = i;
        if (step.action == QLatin1StringView(documentstep::kReissue)) {
            CaseDocument anew{{}, sheet.id, step.at, step.actor, found->penalty, found->number};
            anew.begun = i;
            anew.origin = found->origin;
            number(anew);
        }
    }
    for (const CaseDocument &document : std::as_const(waiting)) {
        number(document);
    }
    return numbered;
}

QVector<CaseDocument> caseDocuments(const CaseFile &caseFile,
                                    const Regulation &regulation,
                                    const QMap<QString, Sheet> &sheets)
{
    QVector<CaseDocument> all;
    for (const Sheet &sheet : sheets) {
        // A register of a period is no document of the case.
        all += sheet.isOfPeriod() ? QVector<CaseDocument>()
                                  : caseDocuments(caseFile, regulation, sheet);
    }
    std::stable_sort(all.begin(), all.end(), [](const CaseDocument &one, const CaseDocument &two) {
        return one.at < two.at;
    });
    return all;
}

QString documentNumber(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    if (sheet.docCode.isEmpty() || caseFile.caseNo.isEmpty()) {
        return {};
    }
    const QVector<CaseDocument> documents = caseDocuments(caseFile, regulation, sheet);
    for (auto one = documents.crbegin(); one != documents.crend(); ++one) {
        if (!one->isVoid()) {
            return one->number;
        }
    }
    return documents.isEmpty() ? numberOf(caseFile, sheet, 1) : documents.last().number;
}

} // namespace huiyin
