// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

namespace huiyin::steps {

using namespace Qt::StringLiterals;

namespace {

QString oneOfText(const FieldCatalogue &catalogue,
                  const QString &field,
                  const QStringList &values,
                  bool chinese)
{
    const CodeList *list = catalogue.choicesOf(field);
    QStringList words;
    for (const QString &value : values) {
        const Choice *choice = list == nullptr ? nullptr : list->byId(value);
        if (choice != nullptr) {
            words.append(chinese ? choice->zh : choice->en);
        } else if (value == u"true" || value == u"false") {
            const bool yes = value == u"true";
            words.append(chinese ? (yes ? u"是"_s : u"否"_s) : (yes ? u"yes"_s : u"no"_s));
        } else {
            words.append(value);
        }
    }
    return words.join(chinese ? u"或"_s : u" or "_s);
}

} // namespace

QString wantedText(const FieldCatalogue &catalogue, const Condition &wanted, bool chinese)
{
    QStringList all;
    for (auto it = wanted.anyOf.cbegin(); it != wanted.anyOf.cend(); ++it) {
        all.append(oneOfText(catalogue, it.key(), it.value(), chinese));
    }
    for (const auto &[field, values] : wanted.further) {
        all.append(oneOfText(catalogue, field, values, chinese));
    }
    for (const Comparison &one : wanted.comparisons) {
        all.append(one.toText(catalogue, chinese));
    }
    if (!chinese) {
        return all.join(u" and "_s);
    }
    QString text = all.value(0);
    for (const QString &next : all.mid(1)) {
        // A figure keeps its distance from the characters on both sides.
        text += (text.back().isDigit() ? u" 且"_s : u"且"_s) + next;
    }
    return text;
}

StepWords unmetText(const Ground &ground, const Condition &condition, const QJsonObject &fields)
{
    QStringList asked = condition.fields();
    asked.removeDuplicates();
    QStringList zh;
    QStringList en;
    for (const QString &field : std::as_const(asked)) {
        QStringList others = asked;
        others.removeAll(field);
        const Condition own = condition.apartFrom(others);
        if (own.isEmpty() || own.holds(fields)) {
            continue;
        }
        if (field == QLatin1StringView(kOverdue)) {
            for (const QString &id : own.anyOf.value(field)) {
                const ClockRule *clock = ground.regulation.clock(id);
                zh.append(u"“%1”还没有逾期"_s.arg(clock == nullptr ? id : clock->zh));
                en.append(u"“%1” has not run out"_s.arg(clock == nullptr ? id : clock->en));
            }
            continue;
        }
        const Args label = fieldArgs(ground.catalogue, field, {});
        zh.append(
            u"“%1”须为%2"_s.arg(label.value(u"field"_s), wantedText(ground.catalogue, own, true)));
        en.append(u"“%1” has to be %2"_s.arg(label.value(u"fieldEn"_s),
                                             wantedText(ground.catalogue, own, false)));
    }
    return {zh.join(u'；'), en.join(u"; "_s)};
}

} // namespace huiyin::steps
