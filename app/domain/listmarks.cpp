// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/listmarks.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isFilled(const CaseFile &caseFile, QStringView field)
{
    const QJsonValue value = caseFile.value(field);
    return !value.isUndefined() && !value.isNull() && value != QJsonValue(QString());
}

QString monthOf(Instant at) { return at.localDay().toString().left(7); }

} // namespace

std::optional<Instant> rectificationOrdered(const CaseFile &caseFile)
{
    if (const auto ordered = caseFile.instant(u"orderedAt")) {
        return ordered;
    }
    if (!isFilled(caseFile, u"rectifyDueAt")) {
        return std::nullopt;
    }
    const auto step =
        std::find_if(caseFile.steps.cbegin(), caseFile.steps.cend(), [](const Step &one) {
            return one.fields.contains("rectifyDueAt"_L1);
        });
    return step == caseFile.steps.cend() ? caseFile.instant(u"receivedAt") : step->at;
}

QSet<QString> listMarks(const CaseFile &caseFile)
{
    QSet<QString> marks;
    if (caseFile.voided) {
        return marks;
    }
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        marks.insert(u"penalty:"_s + monthOf(Instant::fromUtcMs(entry.value("at"_L1).toInteger())));
        const QJsonArray schedule = entry.value("schedule"_L1).toArray();
        for (const auto &part : schedule) {
            marks.insert(u"penalty:"_s + part.toObject().value("month"_L1).toString());
        }
    }
    const QString repeatKind = caseFile.text(u"repeatKind");
    const bool repeated = caseFile.value(u"repeatFlag").toBool() || repeatKind == "Repeated"_L1 ||
                          repeatKind == "SkipLevel"_L1;
    static constexpr std::array kMoney{QStringView(u"lossAmount"),
                                       QStringView(u"refundAmount"),
                                       QStringView(u"dmgTotal"),
                                       QStringView(u"damages"),
                                       QStringView(u"settlementNo"),
                                       QStringView(u"claimedAmount")};
    const bool money = std::any_of(
        kMoney.begin(), kMoney.end(), [&](QStringView field) { return isFilled(caseFile, field); });
    for (const OpenSpan &span : caseFile.spans) {
        if (repeated && !span.reopened) {
            marks.insert(u"repeat:"_s + monthOf(span.openedAt));
        }
        if (money && span.closedAt) {
            marks.insert(u"money:"_s + monthOf(*span.closedAt));
        }
    }
    if (const auto at = rectificationOrdered(caseFile)) {
        marks.insert(u"rectify:"_s + monthOf(*at));
    }
    return marks;
}

} // namespace huiyin
