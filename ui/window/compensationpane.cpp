// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/dependantrows.h>
#include <forms/findingbar.h>
#include <forms/moneyedit.h>
#include <forms/papergrid.h>
#include <forms/quietlabel.h>
#include <window/compensationpane.h>
#include <window/heading.h>

#include <QCheckBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QIntValidator>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

using Method = CompensationRule::Method;

const auto kAction = QStringLiteral("compensate");
constexpr int kSumHan = 8;

} // namespace

CompensationPane::CompensationPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
    const int unit = spacingUnit(font());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, unit * 2);
    outer->setSpacing(unit);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 2);
    scroll->setWidget(inside);
    outer->addWidget(scroll, 1);
    m_bar = new FindingBar(this);
    m_bar->setVisible(false);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(unit * 3, 0, unit * 3, 0);
    foot->setSpacing(unit * 3);
    m_approval = new QuietLabel({}, this, Theme::Role::Warning);
    m_approval->setObjectName(QStringLiteral("approval"));
    m_total = new Heading(1.15, this);
    m_total->setObjectName(QStringLiteral("total"));
    m_record = new QPushButton(tr("Record F8"), this);
    m_record->setAccessibleName(m_record->text());
    foot->addWidget(m_approval, 1);
    foot->addWidget(m_total);
    foot->addWidget(m_record);
    outer->addWidget(m_bar);
    outer->addLayout(foot);
    connect(m_record, &QPushButton::clicked, this, &CompensationPane::submit);
}

QString CompensationPane::words(const QString &zh, const QString &en) const
{
    return m_shell.language == Language::Chinese || en.isEmpty() ? zh : en;
}

void CompensationPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    m_case = caseFile;
    QString reasons;
    m_allowed = false;
    for (const StepOffer &offer : steps) {
        if (offer.action == kAction) {
            m_allowed = offer.allowed;
            for (const Finding &obstacle : offer.obstacles) {
                reasons += m_shell.sentence(obstacle);
            }
        }
    }
    const Regulation &regulation = m_shell.desk.regulationOf(caseFile);
    const QJsonObject fields = caseFile.fields();
    QString shown = QStringLiteral("%1/%2").arg(regulation.id).arg(regulation.version);
    for (const CompensationRule &rule : regulation.compensations) {
        shown += rule.when.holds(fields) ? QLatin1Char('/') + rule.id : QString();
    }
    if (shown != m_shown || !m_dirty) {
        m_shown = shown;
        build();
    }
    m_record->setToolTip(reasons);
    m_record->setAccessibleDescription(reasons);
    reckon();
}

void CompensationPane::build()
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater(); // a button on it may have led here
    }
    m_page = new QWidget(this);
    m_lines.clear();
    m_bases.clear();
    m_dirty = false;
    const int unit = spacingUnit(font());
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit * 2);
    const bool chinese = m_shell.language == Language::Chinese;
    column->addWidget(new QuietLabel(compensationNote(chinese), m_page, Theme::Role::Warning));
    addBases(*column);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(unit * 3);
    grid->setVerticalSpacing(unit);
    grid->setColumnStretch(1, 1);
    QStringList absent;
    const QJsonObject fields = m_case->fields();
    for (const CompensationRule &rule : m_shell.desk.regulationOf(*m_case).compensations) {
        if (rule.when.holds(fields)) {
            addLine(*grid, rule);
        } else {
            absent.append(words(rule.zh, rule.en));
        }
    }
    column->addLayout(grid);
    if (!absent.isEmpty()) {
        auto *label = new QuietLabel(
            tr("The regulation has these for other kinds of case: %1.")
                .arg(absent.join(chinese ? QStringLiteral("、") : QStringLiteral(", "))),
            m_page);
        label->setObjectName(QStringLiteral("absent"));
        column->addWidget(label);
    }
    addTotal(*column);
    column->addStretch(1);
    m_column->addWidget(m_page);
}

void CompensationPane::addBases(QVBoxLayout &column)
{
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    const QJsonObject fields = m_case->fields();
    QStringList wanted;
    for (const CompensationRule &rule : regulation.compensations) {
        if (!rule.when.holds(fields)) {
            continue;
        }
        wanted.append(rule.base);
        if (rule.times) {
            wanted << rule.times->least.parameter << rule.times->most.parameter;
        }
    }
    wanted.removeAll(QString());
    wanted.removeDuplicates();
    const int unit = spacingUnit(font());
    for (const QString &id : std::as_const(wanted)) {
        const ParameterRule *rule = regulation.parameter(id);
        const QString name =
            rule == nullptr ? fieldLabel(m_shell.ground(), id) : words(rule->zh, rule->en);
        auto *row = new QHBoxLayout;
        row->setSpacing(unit * 2);
        auto *label = new QLabel(name, m_page);
        row->addWidget(label);
        Base base;
        base.id = id;
        QLineEdit *edit = nullptr;
        if (rule == nullptr || rule->unit == QLatin1String("yuan")) {
            base.money = new MoneyEdit(name, m_page);
            std::optional<qint64> fen;
            if (rule != nullptr && rule->scaled) {
                fen = fenOfYuan(*rule->scaled);
            }
            if (fields.value(id).isDouble()) {
                fen = fields.value(id).toInteger();
            }
            base.money->setFen(fen);
            edit = base.money;
        } else {
            base.figure = new QLineEdit(m_page);
            base.figure->setAccessibleName(name);
            base.figure->setAlignment(Qt::AlignRight);
            base.figure->setFixedWidth(5 * hanWidth(font()));
            base.figure->setValidator(new QDoubleValidator(0, 1e9, 4, base.figure));
            base.figure->setText(rule->scaled ? figureText(*rule->scaled) : QString());
            edit = base.figure;
        }
        label->setBuddy(edit);
        row->addWidget(edit);
        row->addWidget(new QLabel(base.money ? tr("yuan") : tr("times"), m_page));
        row->addWidget(new QuietLabel(rule == nullptr || rule->needsConfirmation.isEmpty()
                                          ? QString()
                                          : tr("To confirm: %1").arg(rule->needsConfirmation),
                                      m_page,
                                      Theme::Role::Warning),
                       1);
        connect(edit, &QLineEdit::textEdited, this, &CompensationPane::typed);
        column.addLayout(row);
        m_bases.push_back(base);
    }
}

void CompensationPane::addLine(QGridLayout &grid, const CompensationRule &rule)
{
    const bool chinese = m_shell.language == Language::Chinese;
    const int unit = spacingUnit(font());
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    const QString name = words(rule.zh, rule.en);
    Line line;
    line.item = rule.id;
    line.chosen = new QCheckBox(name, m_page);
    line.chosen->setAccessibleName(name);
    auto *inputs = new QHBoxLayout;
    inputs->setSpacing(unit);
    const auto named = [&](const QString &what) { return tr("%1: %2").arg(name, what); };
    const auto money = [&](const QString &what) {
        inputs->addWidget(new QLabel(what, m_page));
        auto *edit = new MoneyEdit(named(what), m_page);
        inputs->addWidget(edit);
        connect(edit, &QLineEdit::textEdited, this, &CompensationPane::typed);
        return edit;
    };
    const auto number = [&](const QString &what, const QValidator *validator) {
        inputs->addWidget(new QLabel(what, m_page));
        auto *edit = new QLineEdit(m_page);
        edit->setAccessibleName(named(what));
        edit->setAlignment(Qt::AlignRight);
        edit->setFixedWidth(4 * hanWidth(font()));
        edit->setValidator(validator);
        inputs->addWidget(edit);
        connect(edit, &QLineEdit::textEdited, this, &CompensationPane::typed);
        return edit;
    };
    const bool chooses = rule.times && !(rule.times->least == rule.times->most);
    switch (rule.method) {
    case Method::Actual:
        line.amount = money(tr("Spent"));
        line.days = number(tr("or days"), new QIntValidator(1, 36500, m_page));
        line.daily = money(tr("at a day"));
        break;
    case Method::PropertyEstimate:
        line.amount = money(tr("Receipts or estimate"));
        break;
    case Method::GoodsMultiple:
        line.amount = money(tr("Price"));
        break;
    case Method::Goodwill:
        line.amount = money(tr("Offer"));
        break;
    case Method::Dependants:
        line.dependants = new DependantRows(m_page);
        inputs->addWidget(line.dependants);
        connect(line.dependants, &DependantRows::edited, this, &CompensationPane::typed);
        break;
    case Method::AnnualTimes:
    case Method::OneSum:
        break;
    }
    if (chooses) {
        line.times = number(tr("Times"), new QDoubleValidator(0, 1e6, 4, m_page));
        const auto least = valueOf(regulation, {}, rule.times->least);
        const auto most = valueOf(regulation, {}, rule.times->most);
        if (least && most) {
            line.times->setPlaceholderText(
                QStringLiteral("%1–%2").arg(figureText(*least), figureText(*most)));
        }
    }
    inputs->addStretch(1);
    if (rule.method != Method::OneSum) {
        line.evidence = new QLineEdit(m_page);
        line.evidence->setPlaceholderText(tr("Evidence"));
        line.evidence->setAccessibleName(named(tr("Evidence")));
        line.evidence->setMaximumWidth(10 * hanWidth(font()));
        connect(line.evidence, &QLineEdit::textEdited, this, &CompensationPane::typed);
    }
    line.sum = new QLabel(m_page);
    line.sum->setObjectName(QStringLiteral("sum.") + rule.id);
    line.sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.sum->setMinimumWidth(kSumHan * hanWidth(font()));
    line.formula = new QuietLabel({}, m_page);
    line.formula->setObjectName(QStringLiteral("formula.") + rule.id);
    auto *clause = new QuietLabel(clauseWords(regulation, rule.rules, chinese), m_page);
    line.doubt = new QuietLabel(rule.needsConfirmation.isEmpty()
                                    ? QString()
                                    : tr("To confirm: %1").arg(rule.needsConfirmation),
                                m_page,
                                Theme::Role::Warning);
    line.doubt->setObjectName(QStringLiteral("doubt.") + rule.id);
    line.doubt->setVisible(!rule.needsConfirmation.isEmpty());
    const int at = grid.rowCount();
    grid.addWidget(line.chosen, at, 0, Qt::AlignTop);
    grid.addLayout(inputs, at, 1);
    grid.addWidget(line.sum, at, 2, Qt::AlignTop);
    if (line.evidence) {
        grid.addWidget(line.evidence, at + 1, 0, Qt::AlignTop);
    }
    auto *below = new QVBoxLayout;
    below->setSpacing(0);
    below->setContentsMargins(0, 0, 0, unit * 2);
    below->addWidget(line.formula);
    below->addWidget(clause);
    below->addWidget(line.doubt);
    grid.addLayout(below, at + 1, 1, 1, 2);
    connect(line.chosen, &QCheckBox::toggled, this, &CompensationPane::typed);
    for (const auto &item : m_case->value(u"compensationItems").toArray()) {
        if (item.toObject().value(QLatin1String("item")) == rule.id) {
            resumeLine(line, item.toObject());
        }
    }
    m_lines.push_back(line);
}

void CompensationPane::resumeLine(Line &line, const QJsonObject &recorded)
{
    const QSignalBlocker blocker(line.chosen);
    line.chosen->setChecked(true);
    const auto fen = [&](const QString &key) {
        return recorded.contains(key) ? std::optional(recorded.value(key).toInteger())
                                      : std::nullopt;
    };
    if (line.amount) {
        const auto price = line.times ? fen(QStringLiteral("baseFen")) : std::nullopt;
        line.amount->setFen(price ? price : fen(QStringLiteral("amountFen")));
    }
    if (line.times && recorded.contains(QLatin1String("times"))) {
        line.times->setText(QString::number(recorded.value(QLatin1String("times")).toDouble()));
    }
    if (line.evidence) {
        line.evidence->setText(recorded.value(QLatin1String("evidence")).toString());
    }
}

void CompensationPane::addTotal(QVBoxLayout &column)
{
    const int unit = spacingUnit(font());
    auto *row = new QHBoxLayout;
    row->setSpacing(unit * 2);
    auto *label = new QLabel(tr("Paid before"), m_page);
    m_paidBefore = new MoneyEdit(tr("Paid before"), m_page);
    if (const auto paid = m_case->value(u"paidBefore"); paid.isDouble()) {
        m_paidBefore->setFen(paid.toInteger());
    }
    label->setBuddy(m_paidBefore);
    row->addWidget(label);
    row->addWidget(m_paidBefore);
    row->addStretch(1);
    column.addLayout(row);
    connect(m_paidBefore, &QLineEdit::textEdited, this, &CompensationPane::typed);
    auto *heading = new Heading(1, m_page);
    heading->setText(tr("Signature and receipt"));
    column.addWidget(heading);
    const QStringList fields{QStringLiteral("approverSign"),
                             QStringLiteral("settlementNo"),
                             QStringLiteral("receiptAmount"),
                             QStringLiteral("receiptSign"),
                             QStringLiteral("paidAt")};
    m_grid = new PaperGrid(m_shell.house(), fields, {}, m_page);
    ComplaintDraft draft;
    for (const QString &field : fields) {
        if (const auto value = m_case->value(field); !value.isUndefined() && !value.isNull()) {
            draft.fields.insert(field, value);
        }
    }
    m_grid->setDraft(draft);
    connect(m_grid, &PaperGrid::edited, this, &CompensationPane::typed);
    column.addWidget(m_grid);
}

QJsonObject CompensationPane::input() const
{
    QJsonObject items;
    for (const Line &line : m_lines) {
        if (!line.chosen->isChecked()) {
            continue;
        }
        QJsonObject claim;
        for (const auto &[key, edit] :
             {std::pair("amountFen", line.amount), std::pair("dailyFen", line.daily)}) {
            if (edit && edit->fen()) {
                claim.insert(QLatin1StringView(key), *edit->fen());
            }
        }
        for (const auto &[key, edit] :
             {std::pair("times", line.times), std::pair("days", line.days)}) {
            if (edit && !edit->text().isEmpty()) {
                claim.insert(QLatin1StringView(key), edit->text().toDouble());
            }
        }
        if (line.dependants) {
            claim.insert(QStringLiteral("dependants"), line.dependants->value());
        }
        if (line.evidence && !line.evidence->text().trimmed().isEmpty()) {
            claim.insert(QStringLiteral("evidence"), line.evidence->text().trimmed());
        }
        items.insert(line.item, claim);
    }
    QJsonObject input{{QStringLiteral("items"), items}};
    QJsonObject parameters;
    for (const Base &base : m_bases) {
        if (base.money && base.money->fen()) {
            input.insert(base.id + QStringLiteral("Fen"), *base.money->fen());
        } else if (base.figure && !base.figure->text().isEmpty()) {
            parameters.insert(base.id, base.figure->text().toDouble());
        }
    }
    if (!parameters.isEmpty()) {
        input.insert(QStringLiteral("parameters"), parameters);
    }
    if (const auto paid = m_paidBefore->fen()) {
        input.insert(QStringLiteral("paidBeforeFen"), *paid);
    }
    return input;
}

void CompensationPane::typed()
{
    m_dirty = true;
    // Who types into an item means it.
    for (const Line &line : m_lines) {
        const auto has = [](const QLineEdit *edit) { return edit && edit->hasFocus(); };
        if (has(line.amount) || has(line.times) || has(line.days) || has(line.daily)) {
            const QSignalBlocker blocker(line.chosen);
            line.chosen->setChecked(true);
        }
    }
    reckon();
}

void CompensationPane::reckon()
{
    const QJsonObject now = input();
    const bool chinese = m_shell.language == Language::Chinese;
    const CompensationSheet sheet = m_shell.desk.compensationFor(*m_case, now);
    for (const Line &line : m_lines) {
        line.sum->clear();
        QStringList below;
        for (const CompensationLine &result : sheet.lines) {
            if (result.item == line.item) {
                line.sum->setText(result.amountFen ? tr("%1 yuan").arg(yuanText(*result.amountFen))
                                  : result.minFen && result.maxFen
                                      ? tr("%1 to %2 yuan")
                                            .arg(yuanText(*result.minFen), yuanText(*result.maxFen))
                                      : QString());
                below.append(chinese ? result.formulaZh : result.formulaEn);
            }
        }
        for (const Finding &finding : sheet.findings) {
            if (finding.args.value(QStringLiteral("id")) == line.item) {
                below.append(m_shell.sentence(finding));
            }
        }
        below.removeAll(QString());
        line.formula->setText(below.join(QLatin1Char('\n')));
        line.formula->setVisible(!below.isEmpty());
    }
    m_total->setText(
        sheet.payableFen == sheet.totalFen
            ? tr("Sum %1 yuan").arg(yuanText(sheet.totalFen))
            : tr("Sum %1 yuan, payable %2 yuan")
                  .arg(yuanText(sheet.totalFen), yuanText(std::max<qint64>(sheet.payableFen, 0))));
    QStringList roles;
    for (const CompensationLine &line : sheet.lines) {
        if (line.aboveCeiling) {
            for (const QString &id : line.approve) {
                const RoleRule *role = m_shell.desk.regulationOf(*m_case).role(id);
                roles.append(role == nullptr ? id : words(role->zh, role->en));
            }
        }
    }
    roles.removeDuplicates();
    m_approval->setText(roles.isEmpty() ? QString()
                                        : tr("Above the ceiling: %1 must sign.")
                                              .arg(roles.join(chinese ? QStringLiteral("、")
                                                                      : QStringLiteral(", "))));
    m_record->setEnabled(m_allowed && !now.value(QLatin1String("items")).toObject().isEmpty());
}

void CompensationPane::submit()
{
    if (!m_record->isEnabled()) {
        return;
    }
    QJsonObject all = input();
    const ComplaintDraft draft = m_grid->draft();
    for (const auto *typed : {&draft.fields, &draft.raw}) {
        for (auto it = typed->constBegin(); it != typed->constEnd(); ++it) {
            if (m_case->value(it.key()) != it.value()) {
                all.insert(it.key(), it.value());
            }
        }
    }
    emit submitted(kAction, all);
}

void CompensationPane::recorded()
{
    m_dirty = false;
    m_bar->clear();
    m_bar->setVisible(false);
}

void CompensationPane::showFindings(const Findings &findings)
{
    const Findings rest = m_grid->showFindings(findings);
    m_bar->setFindings(rest, m_shell.library->texts, m_shell.language);
    m_bar->setVisible(!rest.isEmpty());
}

void CompensationPane::showError(const Error &error)
{
    m_bar->setError(m_shell.sentence(error));
    m_bar->setVisible(true);
}

} // namespace huiyin
