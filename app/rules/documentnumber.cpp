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

QString documentNumber(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    if (sheet.docCode.isEmpty() || caseFile.caseNo.isEmpty()) {
        return {};
    }
    const auto moves =
        std::count_if(caseFile.steps.cbegin(), caseFile.steps.cend(), [&](const Step &step) {
            const MoveRule *rule = step.kind == QLatin1StringView(event::kCaseMoved) && !step.struck
                                       ? regulation.move(step.action)
                                       : nullptr;
            return rule != nullptr && rule->sheet == sheet.id;
        });
    const auto count =
        std::max<qsizetype>(1, moves + extensionsOn(caseFile, regulation, sheet.id).size());
    return QStringLiteral("%1-%2%3")
        .arg(caseFile.caseNo, sheet.docCode)
        .arg(count, 2, 10, QLatin1Char('0'));
}

} // namespace huiyin
