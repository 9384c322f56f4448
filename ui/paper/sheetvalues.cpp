// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/sheetpainter.h>
#include <rules/documentnumber.h>

namespace huiyin {

namespace {

/// Channels over which nobody can sign.
bool isRemote(const QString &channel)
{
    static const QStringList remote = {QStringLiteral("Phone"),
                                       QStringLiteral("Email"),
                                       QStringLiteral("Web"),
                                       QStringLiteral("SocialMedia"),
                                       QStringLiteral("Forum"),
                                       QStringLiteral("ThirdPartyPlatform"),
                                       QStringLiteral("GovernmentHotline")};
    return remote.contains(channel);
}

} // namespace

SheetValues sheetValuesOf(const CaseFile &caseFile)
{
    SheetValues values;
    values.fields = caseFile.fields();
    values.caseNo = caseFile.caseNo;
    if (const auto sign = QStringLiteral("complainantSign");
        isRemote(caseFile.text(u"channel")) && !values.fields.contains(sign)) {
        values.fields.insert(sign, QJsonObject{{QStringLiteral("waived"), true}});
    }
    values.cancelled = caseFile.voided;
    // 办理期限 is the limit as first counted, 延期至 the last day granted; both live in the ledger
    // of clocks, not among the fields.
    if (const Clock *clock = caseFile.handlingClock()) {
        const auto &granted = clock->extensions;
        const auto first = granted.isEmpty() ? clock->due : granted.first().dueBefore;
        if (first && !values.fields.contains(QStringLiteral("dueAt"))) {
            values.fields.insert(QStringLiteral("dueAt"), first->utcMs());
        }
        if (!granted.isEmpty() && clock->dueDay) {
            values.fields.insert(QStringLiteral("extendedDueAt"), clock->dueDay->toString());
        }
    }
    return values;
}

SheetValues
sheetValuesOf(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet)
{
    SheetValues values = sheetValuesOf(caseFile);
    values.docNo = documentNumber(caseFile, regulation, sheet);
    const ClockExtension *extension = extensionOnSheet(caseFile, regulation, sheet);
    if (extension == nullptr) {
        return values;
    }
    // The slip shows its own extension: what was due just before it and who granted it, whatever
    // earlier or other steps left in those fields.
    const auto put = [&](const char16_t *field, const QJsonValue &value) {
        values.fields.insert(QString::fromUtf16(field), value);
    };
    if (extension->dueBefore) {
        put(u"dueAt", extension->dueBefore->utcMs());
    }
    put(u"extendedDueAt", extension->due.localDay().toString());
    put(u"extensionReason", extension->reason);
    put(u"approval", QStringLiteral("Approved"));
    put(u"approverSign",
        QJsonObject{{QStringLiteral("name"), extension->approver},
                    {QStringLiteral("at"), extension->at.utcMs()}});
    return values;
}

} // namespace huiyin
