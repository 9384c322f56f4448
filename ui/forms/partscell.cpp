// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/partscell.h>
#include <forms/textcell.h>
#include <forms/theme.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kShownRows = 3;

FieldDef departmentOf()
{
    FieldDef field;
    field.id = QStringLiteral("partDepartment");
    field.zh = QStringLiteral("部门");
    field.en = QStringLiteral("Department");
    field.type = FieldType::Dept;
    return field;
}

} // namespace

PartsCell::PartsCell(const FormHouse &house, QWidget *parent)
    : QScrollArea(parent)
    , m_house(house)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(this);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    m_column->addStretch();
    setWidget(inside);
    addRow();
}

PartsCell::~PartsCell()
{
    for (const Row &row : m_rows) {
        row.dept->disconnect(this);
        row.task->disconnect(this);
    }
}

void PartsCell::addRow()
{
    const int unit = spacingUnit(font());
    auto *line = new QWidget(widget());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(unit * 2);
    auto *dept = new NameEdit(departmentOf(), m_house, line);
    auto *task = new QLineEdit(line);
    for (auto *edit : {static_cast<QLineEdit *>(dept), task}) {
        edit->setFrame(true);
        edit->setPlaceholderText(edit == task ? tr("Task") : tr("Department"));
        edit->setAccessibleName(edit->placeholderText());
        connect(edit, &QLineEdit::textChanged, this, &PartsCell::changed);
    }
    row->addWidget(dept, 2);
    row->addWidget(task, 5);
    m_column->insertWidget(m_column->count() - 1, line);
    if (m_rows.empty()) {
        setFocusProxy(dept);
    }
    m_rows.push_back({dept, task});
}

void PartsCell::changed()
{
    if (m_filling) {
        return;
    }
    if (!m_rows.back().dept->text().trimmed().isEmpty()) {
        addRow();
    }
    if (edited) {
        edited();
    }
}

QJsonValue PartsCell::value() const
{
    QJsonArray parts;
    for (const Row &row : m_rows) {
        const QString dept = row.dept->text().trimmed();
        if (dept.isEmpty()) {
            continue;
        }
        QJsonObject entry;
        for (const auto &kept : m_kept) {
            if (kept.toObject().value(QLatin1StringView(part::kDept)) == dept) {
                entry = kept.toObject();
            }
        }
        entry.insert(QLatin1StringView(part::kDept), dept);
        const QString task = row.task->text().trimmed();
        if (!task.isEmpty()) {
            entry.insert(QLatin1StringView(part::kTask), task);
        } else {
            entry.remove(QLatin1StringView(part::kTask));
        }
        parts.append(entry);
    }
    return parts.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(parts);
}

void PartsCell::setValue(const QJsonValue &value, const QString &)
{
    m_filling = true;
    m_kept = value.toArray();
    while (m_rows.size() <= size_t(m_kept.size())) {
        addRow();
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const QJsonObject entry = m_kept.at(qsizetype(i)).toObject();
        m_rows[i].dept->setText(entry.value(QLatin1StringView(part::kDept)).toString());
        m_rows[i].task->setText(entry.value(QLatin1StringView(part::kTask)).toString());
    }
    m_filling = false;
}

void PartsCell::fill(int row, const QString &department, const QString &task)
{
    m_rows.at(size_t(row)).dept->setText(department);
    m_rows.at(size_t(row)).task->setText(task);
}

void PartsCell::setReadOnly(bool readOnly)
{
    for (const Row &row : m_rows) {
        row.dept->setReadOnly(readOnly);
        row.task->setReadOnly(readOnly);
    }
}

int PartsCell::heightFor(int) const
{
    return kShownRows * (QFontMetrics(font()).height() + 3 * spacingUnit(font()));
}

} // namespace huiyin
