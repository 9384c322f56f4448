// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/regulationshape.h>
#include <rules/rulelist.h>
#include <rules/tomlshape.h>

#include <QFile>
#include <QHash>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

QVector<RuleText> readRuleList(const QByteArray &toml, Findings &findings)
{
    QVector<RuleText> rules;
    const auto root = readToml(toml, findings);
    if (!root) {
        return rules;
    }
    const FieldWords noWords;
    ShapeCheck(KnownNames(), noWords, u"rules.toml"_s, findings).check(*root, ruleListShape(), {});
    if (const TomlValue *list = root->find(u"rule")) {
        for (const TomlValue &item : list->items) {
            const auto text = [&](QStringView key) {
                const TomlValue *value = item.find(key);
                return value == nullptr ? QString() : value->string;
            };
            rules.append({text(u"id"), text(u"zh"), text(u"en"), text(u"source")});
        }
    }
    return rules;
}

QVector<RuleText> builtinRules()
{
    QFile file(u":/huiyin/regulations/rules.toml"_s);
    Findings findings;
    return file.open(QIODevice::ReadOnly) ? readRuleList(file.readAll(), findings)
                                          : QVector<RuleText>();
}

namespace {

/// How much a rule is answered, the more the greater; nothing yet is least.
qsizetype strength(const QString &how)
{
    static const QStringList weakestFirst{
        u"outOfScope"_s, u"reference"_s, u"documented"_s, u"prompted"_s, u"enforced"_s};
    return weakestFirst.indexOf(how);
}

} // namespace

QVector<RuleCoverage> ruleCoverage(const QVector<RuleText> &rules,
                                   const QVector<Regulation> &regulations)
{
    QVector<RuleCoverage> lines;
    lines.reserve(rules.size());
    for (const RuleText &rule : rules) {
        RuleCoverage line{rule.id, rule.zh, rule.en, rule.source, {}, {}, {}, {}, {}, {}};
        for (const Regulation &regulation : regulations) {
            const RuleNote *note = regulation.note(rule.id);
            if (note == nullptr) {
                continue;
            }
            line.packs.append(regulation.id);
            if (strength(note->how) > strength(line.how)) {
                line.how = note->how;
                line.entry = note->entry;
                line.test = note->test;
                line.reason = note->reason;
                line.reasonEn = note->reasonEn;
            }
        }
        if (line.how.isEmpty()) {
            line.how = u"outOfScope"_s;
            line.reason = u"该制度包尚未交付"_s;
            line.reasonEn = u"pack not yet delivered"_s;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace huiyin
