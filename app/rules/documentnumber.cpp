// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/documentnumber.h>

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

/// The moves a move comes after, however many lie between: approve comes after propose though a
/// deputy signs in between.
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

} // namespace

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

QVector<qsizetype>
documentStarts(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    const auto ruleOf = [&](const Step &step) -> const MoveRule * {
        const bool counts = step.kind == QLatin1StringView(event::kCaseMoved) && !step.struck;
        const MoveRule *rule = counts ? regulation.move(step.action) : nullptr;
        return rule != nullptr && rule->sheet == sheet.id ? rule : nullptr;
    };
    QVector<qsizetype> starts;
    QStringList taken;
    for (qsizetype i = 0; i < caseFile.steps.size(); ++i) {
        const MoveRule *rule = ruleOf(caseFile.steps.at(i));
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

QString documentNumber(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    if (sheet.docCode.isEmpty() || caseFile.caseNo.isEmpty()) {
        return {};
    }
    const auto moves = documentStarts(caseFile, regulation, sheet).size();
    const auto count =
        std::max<qsizetype>(1, moves + extensionsOn(caseFile, regulation, sheet.id).size());
    return QStringLiteral("%1-%2%3")
        .arg(caseFile.caseNo, sheet.docCode)
        .arg(count, 2, 10, QLatin1Char('0'));
}

} // namespace huiyin
