// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/registerdates.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

Day dayOf(const QJsonValue &value, const Step &step)
{
    if (value.isDouble()) {
        return Instant::fromUtcMs(value.toInteger()).localDay();
    }
    const QString text = value.toString();
    const auto day = Day::parse(text.size() == 7 ? text + u"-01"_s : text);
    return day ? *day : step.at.localDay();
}

} // namespace

const QStringList &registerFields()
{
    static const QStringList fields{u"returnVisitAt"_s,
                                    u"verifiedAt"_s,
                                    u"lentAt"_s,
                                    u"destructionProposedAt"_s,
                                    u"month"_s,
                                    u"commonProblem"_s,
                                    u"orderedAt"_s};
    return fields;
}

QVector<RegisterDate> registerDates(const CaseFile &caseFile, const QStringList &fields)
{
    QVector<RegisterDate> lines;
    for (const QString &field : fields) {
        const qsizetype first = lines.size();
        QJsonValue last;
        for (qsizetype i = 0; i < caseFile.steps.size(); ++i) {
            const Step &step = caseFile.steps.at(i);
            const QJsonValue value = step.fields.value(field);
            if (step.struck || value.isUndefined() || value.isNull() || value == last) {
                continue;
            }
            last = value;
            const bool corrects =
                step.kind == QLatin1StringView(event::kFieldSet) && lines.size() > first;
            if (corrects) {
                lines.last().day = dayOf(value, step);
                continue;
            }
            if (lines.size() > first) {
                lines.last().end = i;
            }
            lines.append({field, dayOf(value, step), i, caseFile.steps.size()});
        }
        // The list of what was destroyed is kept for ever; its steps went with the contents.
        const QJsonValue kept = caseFile.value(field);
        if (caseFile.erased && field == u"destructionProposedAt" && lines.size() == first &&
            kept.isDouble() && !caseFile.steps.isEmpty()) {
            lines.append({field, dayOf(kept, caseFile.steps.last()), 0, caseFile.steps.size()});
        }
    }
    return lines;
}

} // namespace huiyin
