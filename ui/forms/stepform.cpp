// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/adviceblock.h>
#include <forms/findingbar.h>
#include <forms/memorow.h>
#include <forms/papergrid.h>
#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <forms/stepform.h>
#include <forms/stephead.h>
#include <forms/textcell.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <rules/spent.h>

#include <QHash>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kLeastHeight = 32; ///< of the fields, in spacing units

} // namespace

StepForm::StepForm(FormHouse house, const CaseFile &caseFile, StepOffer offer, QWidget *parent)
    : QWidget(parent)
    , m_house(std::move(house))
    , m_offer(std::move(offer))
    , m_before(caseFile.fields())
{
    const bool chinese = m_house.ground.language == Language::Chinese;
    const int unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    column->setSpacing(unit * 2);
    // Everything but reason and buttons scrolls as one: advice never presses the fields out of
    // sight, and the buttons stay where they are.
    auto *inside = new QWidget(this);
    auto *content = new QVBoxLayout(inside);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(unit * 2);
    auto *scroll = quietScroll(inside, this);
    scroll->setMinimumHeight(unit * kLeastHeight);
    column->addWidget(scroll, 1);
    content->addWidget(new StepHead(m_house, m_offer, inside));
    addAdvice(*content);

    // What is asked for, of several things one, comes before what may be told besides.
    QStringList fields = m_offer.needs;
    if (const MoveRule *move = m_house.regulation.move(m_offer.action)) {
        for (const QString &spent : spentFields(caseFile, *move)) {
            m_before.remove(spent); // an earlier round's words are nobody's default
        }
        for (const OneOfRule &group : move->oneOf) {
            for (const QString &field : group.fields) {
                if (m_offer.offers.contains(field) && !fields.contains(field)) {
                    fields.append(field);
                }
            }
        }
    }
    for (const QString &field : m_offer.offers) {
        if (!fields.contains(field)) {
            fields.append(field);
        }
    }
    addGroups(*content);
    if (!fields.isEmpty()) {
        addGrid(*content, fields);
        connect(m_grid, &PaperGrid::focusedField, this, [this, scroll](const QString &field) {
            if (Cell *cell = m_grid->cell(field)) {
                scroll->ensureWidgetVisible(cell->editor());
            }
        });
    }
    addAnswer(*content, caseFile);
    if (!m_grid) {
        content->addStretch(1);
    }
    if (m_offer.reason) {
        FieldDef reason{QStringLiteral("reason"),
                        QStringLiteral("理由"),
                        QStringLiteral("Reason"),
                        FieldType::Memo,
                        500,
                        {},
                        Privacy::Public,
                        false,
                        {}};
        m_reason = new MemoRow(reason, tr("Reason"), true, m_house, this);
        column->addWidget(m_reason);
    }
    m_bar = new FindingBar(this);
    m_bar->setVisible(false);
    column->addWidget(m_bar);
    auto *buttons = new WrapRow; // the name of a step may take the whole line
    buttons->setSpacing(unit * 2);
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    m_commit = new QPushButton(tr("%1 F8").arg(chinese ? m_offer.zh : m_offer.en), this);
    m_commit->setAccessibleName(m_commit->text());
    m_commit->setDefault(true);
    m_commit->setEnabled(m_offer.allowed);
    buttons->addWidget(cancel);
    buttons->addWidget(m_commit);
    column->addLayout(buttons);
    if (!m_offer.allowed) {
        showFindings(m_offer.obstacles);
    }

    connect(cancel, &QPushButton::clicked, this, &StepForm::cancelled);
    connect(m_commit, &QPushButton::clicked, this, &StepForm::submit);
    if (m_grid) {
        connect(m_grid, &PaperGrid::edited, this, &StepForm::cellEdited);
        connect(m_grid, &PaperGrid::edited, this, &StepForm::edited);
        connect(m_grid, &PaperGrid::edited, this, &StepForm::showAdopted);
        connect(m_bar, &FindingBar::fieldActivated, m_grid, &PaperGrid::focusField);
        connect(m_grid, &PaperGrid::fastPathEnded, this, [this] {
            if (m_reason && m_reason->isBlank()) {
                m_reason->setFocus();
            } else {
                m_commit->setFocus();
            }
        });
        if (!fields.isEmpty()) {
            setFocusProxy(m_grid->cell(fields.first()) ? m_grid->cell(fields.first())->editor()
                                                       : nullptr);
        }
    } else if (m_result) {
        setFocusProxy(m_result);
    } else if (m_reason) {
        setFocusProxy(m_reason);
    } else {
        setFocusProxy(m_commit);
    }
    if (m_reason) {
        m_reason->cell()->walked = [this](Walk) { m_commit->setFocus(); };
        connect(m_reason, &MemoRow::edited, this, [this] { cellEdited({}); });
        connect(m_reason, &MemoRow::edited, this, &StepForm::edited);
    }
    showAdopted();
}

void StepForm::addGrid(QVBoxLayout &column, const QStringList &fields)
{
    m_grid = new PaperGrid(m_house, fields, m_offer.needs, this);
    ComplaintDraft draft;
    for (const QString &field : fields) {
        const QJsonValue value = m_before.value(field);
        if (!value.isUndefined() && !value.isNull()) {
            draft.fields.insert(field, value);
        }
    }
    m_grid->setDraft(draft);
    column.addWidget(m_grid, 1);
}

QVector<OneOfRule> StepForm::openGroups() const
{
    QVector<OneOfRule> open;
    const MoveRule *move = m_house.regulation.move(m_offer.action);
    for (const OneOfRule &group : move ? move->oneOf : QVector<OneOfRule>()) {
        const bool asked =
            std::any_of(group.fields.cbegin(), group.fields.cend(), [this](const QString &field) {
                return m_offer.offers.contains(field) || m_offer.needs.contains(field);
            });
        const bool told =
            std::any_of(group.fields.cbegin(), group.fields.cend(), [this](const QString &field) {
                const QJsonValue value = m_before.value(field);
                return !value.isUndefined() && !value.isNull();
            });
        if (asked && !told && group.when.holds(m_before)) {
            open.append(group);
        }
    }
    return open;
}

/// Of a group no single cell can carry the mark: which of them it is, is the person's choice.
void StepForm::addGroups(QVBoxLayout &column)
{
    for (const OneOfRule &group : openGroups()) {
        QStringList labels;
        for (const QString &field : group.fields) {
            labels.append(fieldLabel(m_house.ground, field));
        }
        auto *line = new QuietLabel(
            tr("* at least one of: %1").arg(labels.join(listSeparator(m_house.ground))),
            this,
            Theme::Role::Error);
        line->setObjectName(QStringLiteral("oneOf"));
        line->setWordWrap(true);
        column.addWidget(line);
    }
}

void StepForm::cellEdited(const QString &field)
{
    // What has no cell cannot be told mended; the next try says it again if it still holds.
    if (m_offer.allowed && !m_bar->isHidden()) {
        m_bar->clear();
        m_bar->setVisible(false);
    }
    if (!m_grid || field.isEmpty() || m_grid->cell(field)->isBlank()) {
        return;
    }
    for (const OneOfRule &group : openGroups()) {
        if (group.fields.contains(field)) {
            m_grid->clearFinding(group.fields.first());
        }
    }
}

MemoRow *StepForm::rowOf(const Finding &finding) const
{
    if (m_grid && m_grid->cell(finding.field)) {
        return nullptr;
    }
    return finding.code.endsWith(QLatin1String(".reason"))     ? m_reason
           : finding.code == QLatin1String("step.part.result") ? m_result
                                                               : nullptr;
}

void StepForm::addAdvice(QVBoxLayout &column)
{
    for (const AdviceShown &advice : std::as_const(m_offer.advice)) {
        auto *block = new AdviceBlock(m_house, advice, this);
        connect(block, &AdviceBlock::adopted, this, &StepForm::adopt);
        m_advice.append(block);
        column.addWidget(block);
    }
}

void StepForm::adopt(const QJsonObject &values)
{
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (m_grid && m_grid->cell(it.key())) {
            m_grid->setFieldValue(it.key(), it.value());
        } else {
            m_adopted.insert(it.key(), it.value());
        }
    }
    showAdopted();
    emit edited();
}

void StepForm::showAdopted()
{
    QJsonObject values = m_before;
    const QJsonObject now = input();
    for (auto it = now.constBegin(); it != now.constEnd(); ++it) {
        values.insert(it.key(), it.value());
    }
    for (AdviceBlock *block : std::as_const(m_advice)) {
        block->showValues(values);
    }
}

void StepForm::addAnswer(QVBoxLayout &column, const CaseFile &caseFile)
{
    const MoveRule *move = m_house.regulation.move(m_offer.action);
    if (move == nullptr || move->answers.isEmpty()) {
        return;
    }
    QStringList open;
    QHash<QString, QString> tasks;
    for (const auto &item : caseFile.value(move->answers).toArray()) {
        const QJsonObject entry = item.toObject();
        const QString dept = entry.value(QLatin1StringView(part::kDept)).toString();
        tasks.insert(dept, entry.value(QLatin1StringView(part::kTask)).toString());
        if (entry.value(QLatin1StringView(part::kResult)).toString().isEmpty()) {
            open.append(dept);
        }
    }
    const QString own = m_house.ground.actorDepartment;
    const QString dept = tasks.contains(own) ? own : open.size() == 1 ? open.first() : QString();
    auto *label = new QLabel(tr("Department"), this);
    m_dept = new QLineEdit(dept, this);
    m_dept->setAccessibleName(tr("Department"));
    label->setBuddy(m_dept);
    column.addWidget(label);
    column.addWidget(m_dept);
    auto *task = new QuietLabel({}, this);
    task->setObjectName(QStringLiteral("task"));
    const auto showTask = [this, task, tasks] {
        const QString words = tasks.value(m_dept->text().trimmed());
        task->setText(words.isEmpty() ? QString() : tr("Task: %1").arg(words));
        task->setVisible(!words.isEmpty());
    };
    connect(m_dept, &QLineEdit::textChanged, this, showTask);
    connect(m_dept, &QLineEdit::textEdited, this, &StepForm::edited);
    showTask();
    column.addWidget(task);
    FieldDef result;
    result.id = QStringLiteral("partResult");
    result.type = FieldType::Memo;
    m_result = new MemoRow(result, tr("Result"), true, m_house, this);
    connect(m_result, &MemoRow::edited, this, [this] { cellEdited({}); });
    connect(m_result, &MemoRow::edited, this, &StepForm::edited);
    column.addWidget(m_result);
}

void StepForm::submit()
{
    if (m_commit->isEnabled()) {
        emit submitted(m_offer.action, input());
    }
}

void StepForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F8 ||
        (event->key() == Qt::Key_Return && event->modifiers() == Qt::ControlModifier)) {
        submit();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace huiyin
