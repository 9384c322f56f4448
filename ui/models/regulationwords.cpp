// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/regulationwords.h>

#include <QCoreApplication>

namespace huiyin {

namespace {

constexpr auto kContext = "RegulationWords";

} // namespace

RegulationWords::RegulationWords(const Desk &desk, Language language)
    : m_language(language)
{
    add(desk.library().catalogue);
    // The pack in force has the last word on what a role is called.
    for (const auto &pack : desk.regulations()) {
        add(pack);
    }
    add(desk.regulation());
    for (const auto &person : desk.people()) {
        m_names.insert(person.id, person.name);
    }
}

RegulationWords::RegulationWords(const Regulation &pack,
                                 const FieldCatalogue &catalogue,
                                 Language language)
    : m_language(language)
{
    add(catalogue);
    add(pack);
}

void RegulationWords::add(const FieldCatalogue &catalogue)
{
    for (const auto &field : catalogue.fields()) {
        m_names.insert(field.id, of(field.zh, field.en));
    }
    if (const auto *kept = catalogue.choicesOf(u"retention")) {
        for (const auto &choice : kept->choices) {
            m_names.insert(choice.id, of(choice.zh, choice.en));
        }
    }
}

void RegulationWords::add(const Regulation &pack)
{
    for (const auto &role : pack.roles) {
        m_names.insert(role.id, of(role.zh, role.en));
    }
    for (const auto &figure : pack.parameters) {
        m_names.insert(figure.id, of(figure.zh, figure.en));
    }
    for (const auto &note : pack.notes) {
        m_clauses.insert(note.rule, of(note.zh, note.en));
    }
}

QString RegulationWords::of(const QString &zh, const QString &en) const
{
    const auto &first = chinese() ? zh : en;
    return first.isEmpty() ? (chinese() ? en : zh) : first;
}

QString RegulationWords::who(const QStringList &ids) const
{
    QStringList names;
    for (const auto &id : ids) {
        names.append(m_names.value(id, id));
    }
    names.removeDuplicates();
    return names.join(chinese() ? QStringLiteral("、") : QStringLiteral(", "));
}

QString RegulationWords::clause(const QString &rule) const { return m_clauses.value(rule); }

QString RegulationWords::clauses(const QStringList &rules) const
{
    QStringList lines;
    for (const auto &rule : rules) {
        const auto words = clause(rule);
        lines.append(words.isEmpty() ? rule : QStringLiteral("%1  %2").arg(rule, words));
    }
    return lines.join(QLatin1Char('\n'));
}

QString RegulationWords::how(const QString &id)
{
    static const QHash<QString, const char *> kWords = {
        {QStringLiteral("enforced"), QT_TRANSLATE_NOOP("RegulationWords", "Enforced")},
        {QStringLiteral("prompted"), QT_TRANSLATE_NOOP("RegulationWords", "Prompted")},
        {QStringLiteral("documented"), QT_TRANSLATE_NOOP("RegulationWords", "On record")},
        {QStringLiteral("reference"), QT_TRANSLATE_NOOP("RegulationWords", "For reference")},
        {QStringLiteral("outOfScope"), QT_TRANSLATE_NOOP("RegulationWords", "Not concerned")}};
    const auto *words = kWords.value(id);
    return words ? QCoreApplication::translate(kContext, words) : id;
}

QString RegulationWords::leftOpen(const Regulation &pack, const Clock &clock)
{
    const ClockRule *rule = pack.clock(clock.id);
    if (rule == nullptr) {
        return {};
    }
    QStringList open{rule->needsConfirmation};
    for (const ExtensionRule &level :
         clock.extensions.isEmpty() ? QVector<ExtensionRule>() : rule->extend) {
        open.append(level.needsConfirmation);
    }
    open.removeAll(QString());
    open.removeDuplicates();
    return open.join(QLatin1Char('\n'));
}

QString RegulationWords::confirmation(const QString &open)
{
    return open.isEmpty() ? QString()
                          : QCoreApplication::translate(
                                kContext, QT_TRANSLATE_NOOP("RegulationWords", "To confirm: %1"))
                                .arg(open);
}

} // namespace huiyin
