// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/dependantrows.h>
#include <forms/moneyedit.h>
#include <forms/quietlabel.h>
#include <models/regulationwords.h>
#include <window/compensationrow.h>

#include <QCheckBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QIntValidator>
#include <QVBoxLayout>

namespace huiyin {

namespace {

using Method = CompensationRule::Method;

constexpr int kSumHan = 8;

} // namespace

CompensationRow::CompensationRow(const Shell &shell,
                                 const Regulation &regulation,
                                 const CompensationRule &rule,
                                 QGridLayout &grid,
                                 QWidget *page)
    : QObject(page)
    , m_shell(shell)
    , m_item(rule.id)
    , m_page(page)
{
    const bool chinese = shell.language == Language::Chinese;
    const int unit = spacingUnit(page->font());
    m_name = chinese || rule.en.isEmpty() ? rule.zh : rule.en;
    m_chosen = new QCheckBox(m_name, page);
    m_chosen->setAccessibleName(m_name);
    auto *inputs = new QHBoxLayout;
    inputs->setSpacing(unit);
    addInputs(regulation, rule, *inputs);
    inputs->addStretch(1);
    if (rule.method != Method::OneSum) {
        m_evidence = new QLineEdit(page);
        m_evidence->setPlaceholderText(tr("Evidence"));
        m_evidence->setAccessibleName(named(tr("Evidence")));
        m_evidence->setMaximumWidth(10 * hanWidth(page->font()));
        connect(m_evidence, &QLineEdit::textEdited, this, &CompensationRow::edited);
    }
    m_sum = new QLabel(page);
    m_sum->setObjectName(QStringLiteral("sum.") + rule.id);
    m_sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sum->setMinimumWidth(kSumHan * hanWidth(page->font()));
    m_formula = new QuietLabel({}, page);
    m_formula->setObjectName(QStringLiteral("formula.") + rule.id);
    auto *clause = new QuietLabel(clauseWords(regulation, rule.rules, chinese), page);
    auto *doubt = new QuietLabel(
        RegulationWords::confirmation(rule.needsConfirmation), page, Theme::Role::Warning);
    doubt->setObjectName(QStringLiteral("doubt.") + rule.id);
    doubt->setVisible(!rule.needsConfirmation.isEmpty());
    const int at = grid.rowCount();
    grid.addWidget(m_chosen, at, 0, Qt::AlignTop);
    grid.addLayout(inputs, at, 1);
    grid.addWidget(m_sum, at, 2, Qt::AlignTop);
    if (m_evidence) {
        grid.addWidget(m_evidence, at + 1, 0, Qt::AlignTop);
    }
    auto *below = new QVBoxLayout;
    below->setSpacing(0);
    below->setContentsMargins(0, 0, 0, unit * 2);
    below->addWidget(m_formula);
    below->addWidget(clause);
    below->addWidget(doubt);
    grid.addLayout(below, at + 1, 1, 1, 2);
    connect(m_chosen, &QCheckBox::toggled, this, &CompensationRow::edited);
}

QString CompensationRow::named(const QString &what) const { return tr("%1: %2").arg(m_name, what); }

MoneyEdit *CompensationRow::money(const QString &what, QHBoxLayout &inputs)
{
    inputs.addWidget(new QLabel(what, m_page));
    auto *edit = new MoneyEdit(named(what), m_page);
    inputs.addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, [this, edit] { change(edit); });
    return edit;
}

QLineEdit *
CompensationRow::number(const QString &what, const QValidator *validator, QHBoxLayout &inputs)
{
    inputs.addWidget(new QLabel(what, m_page));
    auto *edit = new QLineEdit(m_page);
    edit->setAccessibleName(named(what));
    edit->setAlignment(Qt::AlignRight);
    edit->setFixedWidth(4 * hanWidth(m_page->font()));
    edit->setValidator(validator);
    inputs.addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, [this, edit] { change(edit); });
    return edit;
}

void CompensationRow::addInputs(const Regulation &regulation,
                                const CompensationRule &rule,
                                QHBoxLayout &inputs)
{
    switch (rule.method) {
    case Method::Actual:
        m_amount = money(tr("Spent"), inputs);
        m_days = number(tr("or days"), new QIntValidator(1, 36500, m_page), inputs);
        m_daily = money(tr("at a day"), inputs);
        break;
    case Method::PropertyEstimate:
        m_amount = money(tr("Receipts or estimate"), inputs);
        break;
    case Method::GoodsMultiple:
        m_amount = money(tr("Price"), inputs);
        break;
    case Method::Goodwill:
        m_amount = money(tr("Offer"), inputs);
        break;
    case Method::Dependants:
        m_dependants = new DependantRows(m_page);
        inputs.addWidget(m_dependants);
        connect(m_dependants, &DependantRows::edited, this, &CompensationRow::edited);
        break;
    case Method::AnnualTimes:
    case Method::OneSum:
        break;
    }
    if (rule.times && !(rule.times->least == rule.times->most)) {
        m_times = number(tr("Times"), new QDoubleValidator(0, 1e6, 4, m_page), inputs);
        const auto least = valueOf(regulation, {}, rule.times->least);
        const auto most = valueOf(regulation, {}, rule.times->most);
        if (least && most) {
            m_times->setPlaceholderText(
                QStringLiteral("%1–%2").arg(figureText(*least), figureText(*most)));
        }
    }
}

void CompensationRow::change(const QLineEdit *at)
{
    if (!at->text().isEmpty()) { // who types into an item means it
        const QSignalBlocker blocker(m_chosen);
        m_chosen->setChecked(true);
    }
    emit edited();
}

std::optional<QJsonObject> CompensationRow::claim() const
{
    if (!m_chosen->isChecked()) {
        return std::nullopt;
    }
    QJsonObject claim;
    for (const auto &[key, edit] :
         {std::pair("amountFen", m_amount), std::pair("dailyFen", m_daily)}) {
        if (edit && edit->fen()) {
            claim.insert(QLatin1StringView(key), *edit->fen());
        }
    }
    for (const auto &[key, edit] : {std::pair("times", m_times), std::pair("days", m_days)}) {
        if (edit && !edit->text().isEmpty()) {
            claim.insert(QLatin1StringView(key), edit->text().toDouble());
        }
    }
    if (m_dependants) {
        claim.insert(QStringLiteral("dependants"), m_dependants->value());
    }
    if (m_evidence && !m_evidence->text().trimmed().isEmpty()) {
        claim.insert(QStringLiteral("evidence"), m_evidence->text().trimmed());
    }
    return claim;
}

void CompensationRow::resume(const QJsonObject &claim)
{
    const QSignalBlocker blocker(m_chosen);
    m_chosen->setChecked(true);
    for (const auto &[key, edit] :
         {std::pair("amountFen", m_amount), std::pair("dailyFen", m_daily)}) {
        if (const auto fen = claim.value(QLatin1StringView(key)); edit && fen.isDouble()) {
            edit->setFen(fen.toInteger());
        }
    }
    for (const auto &[key, edit] : {std::pair("times", m_times), std::pair("days", m_days)}) {
        if (const auto number = claim.value(QLatin1StringView(key)); edit && number.isDouble()) {
            edit->setText(QString::number(number.toDouble()));
        }
    }
    if (m_evidence) {
        m_evidence->setText(claim.value(QLatin1String("evidence")).toString());
    }
    if (m_dependants) {
        m_dependants->setValue(claim.value(QLatin1String("dependants")).toArray());
    }
}

QList<std::pair<QString, QLineEdit *>> CompensationRow::edits() const
{
    return {{QStringLiteral("amount"), m_amount},
            {QStringLiteral("daily"), m_daily},
            {QStringLiteral("times"), m_times},
            {QStringLiteral("days"), m_days},
            {QStringLiteral("evidence"), m_evidence}};
}

QJsonObject CompensationRow::typed() const
{
    QJsonObject typed;
    if (m_chosen->isChecked()) {
        typed.insert(QStringLiteral("chosen"), true);
    }
    for (const auto &[key, edit] : edits()) {
        if (edit && !edit->text().isEmpty()) {
            typed.insert(key, edit->text());
        }
    }
    if (m_dependants && !m_dependants->value().isEmpty()) {
        typed.insert(QStringLiteral("dependants"), m_dependants->value());
    }
    return typed;
}

void CompensationRow::resumeTyped(const QJsonObject &typed)
{
    const QSignalBlocker blocker(m_chosen);
    m_chosen->setChecked(typed.value(QLatin1String("chosen")).toBool());
    for (const auto &[key, edit] : edits()) {
        if (edit) {
            edit->setText(typed.value(key).toString());
        }
    }
    if (m_dependants) {
        const QSignalBlocker quiet(m_dependants);
        m_dependants->setValue(typed.value(QLatin1String("dependants")).toArray());
    }
}

void CompensationRow::showResult(const CompensationSheet &sheet)
{
    m_sum->clear();
    QStringList below;
    for (const CompensationLine &result : sheet.lines) {
        if (result.item == m_item) {
            m_sum->setText(
                result.amountFen ? tr("%1 yuan").arg(yuanText(*result.amountFen))
                : result.minFen && result.maxFen
                    ? tr("%1 to %2 yuan").arg(yuanText(*result.minFen), yuanText(*result.maxFen))
                    : QString());
            below.append(m_shell.language == Language::Chinese ? result.formulaZh
                                                               : result.formulaEn);
        }
    }
    for (const Finding &finding : sheet.findings) {
        if (finding.args.value(QStringLiteral("id")) == m_item) {
            below.append(m_shell.sentence(finding));
        }
    }
    below.removeAll(QString());
    m_formula->setText(below.join(QLatin1Char('\n')));
    m_formula->setVisible(!below.isEmpty());
}

} // namespace huiyin
