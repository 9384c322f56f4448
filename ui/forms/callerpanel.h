// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/formhouse.h>

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace huiyin {

class CaseListModel;

/// Previous cases of the caller, found by phone or name.
class CallerPanel : public QWidget
{
    Q_OBJECT

public:
    CallerPanel(const FormHouse &house, QWidget *parent = nullptr);
    ~CallerPanel() override;

    /// Looks the caller up. \param phone  digits, may be empty \param name  used when there is no
    /// phone
    void lookUp(const QString &phone, const QString &name);

    [[nodiscard]] int found() const { return int(m_rows.size()); }

    /// The caller's open case, changed last; nothing if none is open.
    [[nodiscard]] std::optional<CaseRow> openCase() const;

    [[nodiscard]] const QVector<CaseRow> &rows() const { return m_rows; }

    void setGround(const UiGround &ground);

signals:
    void openCaseRequested(const huiyin::CaseId &id);
    void appendRequested(const huiyin::CaseId &id);
    void foundChanged(int count);

private:
    FormHouse m_house;
    CaseListModel *m_model = nullptr;
    QLabel *m_head = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_append = nullptr;
    QVector<CaseRow> m_rows;
    QString m_phone, m_name;
};

} // namespace huiyin
